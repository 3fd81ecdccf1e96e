package id.kentongan.allinone.parts;

import id.kentongan.allinone.instance.DataDirectory;
import id.kentongan.allinone.instance.Input;
import id.kentongan.allinone.part.Task;
import java.nio.file.Files;
import java.nio.file.Path;

/** The made-up day at a made-up regency, written once by the scenario program. */
public final class Demo {
    private static final String MODULE = "all-in-one/scenario";

    private final Instance instance;

    Demo(Instance instance) {
        this.instance = instance;
    }

    public static Path alerts(DataDirectory data) {
        return folder(data).resolve("alerts.json");
    }

    private static Path folder(DataDirectory data) {
        return data.of("scenario");
    }

    void write(Task task) throws InterruptedException {
        Path folder = folder(instance.data());
        if (instance.input().kind() != Input.Kind.DEMO || Files.exists(folder)) {
            return;
        }
        Unfinished begun = Unfinished.begin(folder);
        task.run(
                "scenario",
                "Writing the demo's alerts",
                JavaCommand.withHeap(instance.data(), 128)
                        .startingFast()
                        .running(
                                instance.home().jar(MODULE) + ":"
                                        + instance.home().allLibraries(MODULE),
                                "id.kentongan.scenario.Scenario",
                                "--out",
                                begun.folder(),
                                "--seed",
                                instance.input().seed()),
                instance.data().log("scenario"),
                120);
        begun.finish();
    }
}
