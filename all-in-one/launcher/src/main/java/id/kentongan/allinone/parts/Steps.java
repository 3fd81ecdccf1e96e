package id.kentongan.allinone.parts;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Steps that run at the same time, each after those it needs. The first that fails ends the waiting for all. */
final class Steps implements AutoCloseable {
    /** One piece of work, which may take long and may be interrupted. */
    @FunctionalInterface
    interface Step {
        void run() throws InterruptedException;
    }

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "starts-a-part");
        thread.setDaemon(true);
        return thread;
    });
    private final CompletableFuture<Void> failed = new CompletableFuture<>();

    CompletableFuture<Void> begin(Step step) {
        return after(step);
    }

    CompletableFuture<Void> after(Step step, CompletableFuture<?>... needed) {
        return CompletableFuture.allOf(needed)
                .thenRunAsync(() -> run(step), threads)
                .whenComplete((done, trouble) -> {
                    if (trouble != null) {
                        failed.completeExceptionally(trouble);
                    }
                });
    }

    /** Returns when the named are done; throws what the first step that failed threw, be it named or not. */
    void await(CompletableFuture<?>... last) throws InterruptedException {
        CompletableFuture<Void> all = CompletableFuture.allOf(last);
        try {
            CompletableFuture.anyOf(all, failed).get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            while (cause instanceof CompletionException && cause.getCause() != null) {
                cause = cause.getCause();
            }
            if (cause instanceof RuntimeException trouble) {
                throw trouble;
            }
            throw new IllegalStateException("a part did not start", cause);
        }
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
