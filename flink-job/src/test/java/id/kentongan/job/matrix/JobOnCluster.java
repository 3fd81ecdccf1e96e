package id.kentongan.job.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.kentongan.forwarder.trial.Await;
import java.time.Instant;
import java.util.List;

/** The job as it runs on a cluster. */
final class JobOnCluster {
    private static final String LAST_OPERATOR = "Open and grow cases";

    private final FlinkRest rest;
    private final String id;

    JobOnCluster(FlinkRest rest, String id) {
        this.rest = rest;
        this.id = id;
    }

    void awaitRunning() throws Exception {
        Await.until("all of job " + id + " runs", 120, this::runs);
    }

    private boolean runs() throws Exception {
        JsonNode job = rest.get("/jobs/" + id);
        if (job.path("state").asText().equals("FAILED")) {
            throw new AssertionError("the job failed: " + newestException());
        }
        for (JsonNode vertex : job.path("vertices")) {
            if (!vertex.path("status").asText().equals("RUNNING")) {
                return false;
            }
        }
        return job.path("state").asText().equals("RUNNING");
    }

    /** True once time, as the last operator sees it, has come so far in every subtask. */
    boolean judged(Instant upTo) throws Exception {
        JsonNode job = rest.get("/jobs/" + id);
        for (JsonNode vertex : job.path("vertices")) {
            if (vertex.path("name").asText().contains(LAST_OPERATOR)) {
                JsonNode marks = rest.get(
                        "/jobs/" + id + "/vertices/" + vertex.path("id").asText() + "/watermarks");
                int here = 0;
                for (JsonNode mark : marks) {
                    here += Long.parseLong(mark.path("value").asText()) >= upTo.toEpochMilli() ? 1 : 0;
                }
                return here == vertex.path("parallelism").asInt();
            }
        }
        throw new IllegalStateException("expected an operator '" + LAST_OPERATOR + "' in " + job);
    }

    /** How often its tasks were started anew. */
    int restarts() throws Exception {
        for (JsonNode metric : rest.get("/jobs/" + id + "/metrics?get=numRestarts")) {
            return metric.path("value").asInt();
        }
        return 0;
    }

    /** When it was last started anew; 0 = never. Unlike a metric, this is known at once, also when a task manager has just died. */
    long restartedAt() throws Exception {
        return rest.get("/jobs/" + id).at("/timestamps/RESTARTING").asLong();
    }

    /** The checkpoint or savepoint that it last went on from. */
    String restoredFrom() throws Exception {
        return rest.get("/jobs/" + id + "/checkpoints")
                .at("/latest/restored/external_path")
                .asText();
    }

    /** Takes a checkpoint now; what was judged before has then reached the topics. */
    void checkpoint() throws Exception {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("checkpointType", "CONFIGURED");
        Await.until("a checkpoint of job " + id + " completes", 240, () -> {
            JsonNode done = rest.postAndWait("/jobs/" + id + "/checkpoints", body);
            return done.hasNonNull("checkpointId") && !done.hasNonNull("failureCause");
        });
    }

    /** Returns where the savepoint lies; the job is gone then. */
    String stopWithSavepoint(String folder) throws Exception {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("targetDirectory", folder);
        return ended(rest.postAndWait("/jobs/" + id + "/stop", body));
    }

    /** The same, but what was told after the savepoint will be told again. */
    String cancelWithSavepoint(String folder) throws Exception {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("target-directory", folder);
        body.put("cancel-job", true);
        return ended(rest.postAndWait("/jobs/" + id + "/savepoints", body));
    }

    private String ended(JsonNode savepoint) throws Exception {
        Await.until("job " + id + " has ended", 60, () -> {
            String state = rest.get("/jobs/" + id).path("state").asText();
            return state.equals("FINISHED") || state.equals("CANCELED");
        });
        if (!savepoint.has("location")) {
            throw new AssertionError("no savepoint: " + savepoint);
        }
        return savepoint.path("location").asText();
    }

    /** Nothing is done to one that has ended: what ended it is told elsewhere. */
    void cancel() throws Exception {
        if (List.of("FINISHED", "FAILED")
                .contains(rest.get("/jobs/" + id).path("state").asText())) {
            return;
        }
        rest.cancel(id);
        Await.until(
                "job " + id + " is cancelled",
                60,
                () -> rest.get("/jobs/" + id).path("state").asText().equals("CANCELED"));
    }

    private String newestException() throws Exception {
        return rest.get("/jobs/" + id + "/exceptions").path("root-exception").asText();
    }
}
