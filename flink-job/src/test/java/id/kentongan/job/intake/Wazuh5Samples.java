package id.kentongan.job.intake;

/** Documents of Wazuh 5 in the shape of its 5.0.0-beta5, written for our tests. */
final class Wazuh5Samples {
    /** One failed login on the records server; 75 of them are 75 findings. */
    static final String LOGIN = """
            {"@timestamp":"2026-11-21T03:05:12.481Z","message":"Failed password for bendahara from 198.51.100.23",
            "event":{"original":"Nov 21 10:05:11 arsip-01 sshd[902]: Failed password for bendahara from 198.51.100.23",
            "action":"authentication-failure","category":["authentication"],"type":["start"],"kind":"event",
            "outcome":"failure","module":"logcollector","collector":"journald","start":"2026-11-21T03:05:11.000Z",
            "doc_id":"doc-0001","index":".ds-wazuh-events-v5-system-activity-000002"},
            "process":{"name":"sshd","pid":902},"source":{"ip":"198.51.100.23","port":60112},
            "user":{"name":"bendahara"},"related":{"ip":["198.51.100.23"],"user":["bendahara"]},
            "wazuh":{"event":{"id":"11111111-2222-4333-8444-555555555501"},"cluster":{"name":"kab","node":"kab-1"},
            "space":{"name":"standard"},"protocol":{"location":"journald","queue":49},
            "agent":{"id":"007","name":"arsip-01","groups":["default"],"host":{"ip":["192.0.2.70","192.0.2.71"]}},
            "integration":{"name":"linux","category":"system-activity"},
            "rule":{"id":"aaaaaaaa-0000-5000-8000-000000000001","title":"SSH login failed for bendahara",
            "level":"medium","tags":["attack.credential_access","attack.t1110"],
            "mitre":{"tactic":{"id":["TA0006"]},"technique":{"id":["T1110"]},"subtechnique":{"id":["T1110.001"]}},
            "compliance":{"pci_dss":["10.2.4"]}}}}""";

    /** A request to the licensing site, judged in the custom space, already looked at by an analyst. */
    static final String WEB = """
            {"@timestamp":"2026-11-21T04:40:02.250Z","message":"GET /izin/unduh.php?f=../../etc/passwd",
            "event":{"original":"203.0.113.66 - - [21/Nov/2026:11:40:02 +0700] \\"GET /izin/unduh.php?f=../../etc/passwd\\" 200",
            "action":"access","category":["web"],"type":["access"],"outcome":"success","doc_id":"doc-0002"},
            "http":{"request":{"method":"GET"},"response":{"status_code":200}},
            "url":{"original":"/izin/unduh.php?f=../../etc/passwd","path":"/izin/unduh.php"},
            "source":{"ip":"203.0.113.66","port":40001},"destination":{"ip":"192.0.2.80","port":443},
            "wazuh":{"event":{"id":"11111111-2222-4333-8444-555555555502"},"cluster":{"name":"kab","node":"kab-2"},
            "space":{"name":"custom"},"agent":{"id":"012","name":"izin-web"},
            "rule":{"id":"aaaaaaaa-0000-5000-8000-000000000002","title":"Path traversal in URL","level":"high",
            "tags":["attack.initial_access","attack.t1190"],"mitre":{"technique":{"id":["T1190"]}}},
            "case":{"status":"ACKNOWLEDGED","user":{"name":"analis"},"updated_at":"2026-11-21T05:00:00.000Z"},
            "threat":{"enrichments":[{"indicator":{"type":"ipv4-addr","ip":"203.0.113.66","provider":"umpan"}}]}}}""";

    /** What the engine's file output writes: no rule has judged it. */
    static final String EVENT = """
            {"@timestamp":"2026-11-21T03:05:12.481Z","message":"Failed password for bendahara",
            "event":{"original":"Nov 21 10:05:11 arsip-01 sshd[902]: Failed password for bendahara",
            "action":"authentication-failure","category":["authentication"],"outcome":"failure",
            "start":"2026-11-21T03:05:11.000Z"},"source":{"ip":"198.51.100.23"},
            "wazuh":{"event":{"id":"11111111-2222-4333-8444-555555555501"},"cluster":{"name":"kab","node":"kab-1"},
            "space":{"name":"standard"},"agent":{"id":"007","name":"arsip-01"}}}""";

    private Wazuh5Samples() {}
}
