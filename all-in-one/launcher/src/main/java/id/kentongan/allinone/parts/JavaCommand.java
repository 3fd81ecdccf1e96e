package id.kentongan.allinone.parts;

import id.kentongan.allinone.instance.DataDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The words that start a Java program on the JDK that this program runs on. */
final class JavaCommand {
    private final List<String> words = new ArrayList<>();

    private JavaCommand(DataDirectory data, int heapMegabytes) {
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-Xmx" + heapMegabytes + "m");
        words.add("-XX:+UseSerialGC");
        words.add("-XX:+ExitOnOutOfMemoryError");
        words.add("-Dfile.encoding=UTF-8");
        words.add("-Djava.io.tmpdir=" + data.temporary());
    }

    static JavaCommand withHeap(DataDirectory data, int megabytes) {
        return new JavaCommand(data, megabytes);
    }

    /** Compiles fast rather than well: starts sooner, takes less memory, runs slower. */
    JavaCommand startingFast() {
        return flag("-XX:TieredStopAtLevel=1");
    }

    JavaCommand flag(String flag) {
        words.add(flag);
        return this;
    }

    List<String> running(String classPath, String main, Object... arguments) {
        words.add("-cp");
        words.add(classPath);
        words.add(main);
        return with(arguments);
    }

    List<String> running(Path jar, Object... arguments) {
        words.add("-jar");
        words.add(jar.toString());
        return with(arguments);
    }

    private List<String> with(Object... arguments) {
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        return List.copyOf(words);
    }
}
