package id.kentongan.job.edge;

import id.kentongan.forwarder.trial.OpenSearchNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Findings in the indexer: indexed late, over several streams, with rollovers; the node itself is killed too. */
final class IndexerOfWazuh5 extends Manager {
    private static final String[] CATEGORIES = {"security", "system-activity", "network-activity"};

    private final OpenSearchNode node;
    private final String run;
    private int number;

    IndexerOfWazuh5(OpenSearchNode node, long seed) throws Exception {
        super(seed);
        this.node = node;
        this.run = "s" + seed;
        node.ensureUp();
        for (String category : CATEGORIES) {
            write(stream(category), 1);
        }
    }

    private String stream(String category) {
        return "wazuh-findings-v5-" + category + "-" + run;
    }

    @Override
    String[] settings() {
        return new String[] {
            "source.s.kind=findings",
            "source.s.url=" + node.url(),
            "source.s.start=beginning",
            "source.s.poll=PT0.2S",
            "source.s.streams=wazuh-findings-v5-*-" + run
        };
    }

    @Override
    void step() throws Exception {
        String stream = stream(CATEGORIES[random.nextInt(CATEGORIES.length)]);
        if (random.nextInt(20) == 0) {
            node.call("POST", "/" + stream + "/_rollover", "");
        } else {
            write(stream, 1 + random.nextInt(40));
        }
    }

    @Override
    void killItsOwn() throws Exception {
        node.kill();
        node.start();
    }

    private void write(String stream, int count) throws Exception {
        List<String> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            documents.add(finding());
        }
        node.write(stream, documents);
    }

    private String finding() {
        String id = run + "-" + ++number;
        written().add(id);
        Instant time = Instant.ofEpochMilli(System.currentTimeMillis() - random.nextInt(60_000));
        return """
                {"@timestamp":"%s","message":"m","event":{"original":"%s","action":"authentication-failure",
                "category":["authentication"],"outcome":"failure","doc_id":"d"},"process":{"name":"sshd","pid":1},
                "source":{"ip":"198.51.100.7","port":40022},"user":{"name":"petugas"},
                "wazuh":{"event":{"id":"%s"},"cluster":{"name":"kab","node":"n1"},"space":{"name":"standard"},
                "agent":{"id":"%03d","name":"srv"},"rule":{"id":"r-1","title":"t","level":"medium"}}}""".formatted(time, "x".repeat(random.nextInt(900)), id, random.nextInt(20));
    }
}
