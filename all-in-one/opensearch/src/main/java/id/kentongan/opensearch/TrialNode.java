package id.kentongan.opensearch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.transport.Netty4Plugin;

/** Runs until it is killed: {@code TrialNode HOME HTTP_PORT TRANSPORT_PORT}. */
public final class TrialNode extends Node {
    private TrialNode(Environment environment) {
        super(environment, List.of(Netty4Plugin.class), true);
    }

    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]);
        for (String directory : List.of("config", "plugins", "modules")) {
            Files.createDirectories(home.resolve(directory));
        }
        Settings settings = Settings.builder()
                .put("path.home", home.toString())
                .put("cluster.name", "trial")
                .put("node.name", "n1")
                .put("network.host", "127.0.0.1")
                .put("http.port", args[1])
                .put("transport.port", args[2])
                .put("discovery.type", "single-node")
                .put("http.type", "netty4")
                .put("transport.type", "netty4")
                .put("node.store.allow_mmap", false)
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .build();
        Environment environment = InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "n1");
        TrialNode node = new TrialNode(environment);
        node.start();
        new CountDownLatch(1).await();
    }
}
