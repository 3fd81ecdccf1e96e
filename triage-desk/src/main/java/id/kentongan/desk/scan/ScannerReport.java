package id.kentongan.desk.scan;

import id.kentongan.desk.scan.ReportRefused.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A report that was read whole. */
public record ScannerReport(Scanner scanner, List<ScannedFinding> findings) {
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    public ScannerReport {
        findings = List.copyOf(findings);
    }

    /**
     * Reads what one of the scanners wrote, recognised by what it holds and not by its name.
     *
     * @throws ReportRefused for anything else; no part of it counts then
     */
    public static ScannerReport read(byte[] written) throws ReportRefused {
        byte[] report = withoutMark(written);
        List<Gathering> gatherings =
                Arrays.stream(Scanner.values()).map(Gathering::new).toList();
        Visitor all = new EachOf(gatherings);
        switch (first(report)) {
            case '<' -> XmlWalk.walk(report, all);
            case '{' -> JsonWalk.walk(report, all);
            default -> throw new ReportRefused(Reason.UNKNOWN);
        }
        List<Gathering> known =
                gatherings.stream().filter(Gathering::recognised).toList();
        if (known.size() != 1) {
            throw new ReportRefused(Reason.UNKNOWN);
        }
        return new ScannerReport(known.get(0).scanner(), known.get(0).findings());
    }

    private static char first(byte[] report) {
        String beginning = new String(report, 0, Math.min(report.length, 64), StandardCharsets.UTF_8).strip();
        return beginning.isEmpty() ? ' ' : beginning.charAt(0);
    }

    /** Some programs on Windows begin UTF-8 with a mark. */
    private static byte[] withoutMark(byte[] report) {
        boolean marked = report.length >= MARK.length && Arrays.equals(report, 0, MARK.length, MARK, 0, MARK.length);
        return marked ? Arrays.copyOfRange(report, MARK.length, report.length) : report;
    }

    /** Leads all of them at once. */
    private record EachOf(List<Gathering> gatherings) implements Visitor {
        @Override
        public void open(String path) throws ReportRefused {
            for (Gathering one : gatherings) {
                one.open(path);
            }
        }

        @Override
        public boolean wants(String path) {
            return gatherings.stream().anyMatch(one -> one.wants(path));
        }

        @Override
        public void text(String path, String text) {
            gatherings.forEach(one -> one.text(path, text));
        }

        @Override
        public void close(String path) throws ReportRefused {
            for (Gathering one : gatherings) {
                one.close(path);
            }
        }
    }
}
