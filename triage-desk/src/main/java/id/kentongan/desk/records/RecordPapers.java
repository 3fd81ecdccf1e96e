package id.kentongan.desk.records;

import static id.kentongan.desk.report.Written.fact;

import id.kentongan.desk.casefile.Tlp;
import id.kentongan.desk.paper.Paper;
import id.kentongan.desk.paper.Paper.Chapter;
import id.kentongan.desk.paper.Paper.Facts;
import id.kentongan.desk.paper.Paper.Grid;
import id.kentongan.desk.paper.Paper.Part;
import id.kentongan.desk.report.Written;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The records of a day or a month as papers. */
final class RecordPapers {
    static final List<String> LIST_COLUMNS = List.of(
            "Nomor kasus",
            "Diterima",
            "Judul",
            "Aset",
            "Aturan",
            "Tingkat",
            "Alert",
            "Tahap",
            "Analis",
            "Putusan",
            "TLP");

    private final ZoneId zone;

    RecordPapers(ZoneId zone) {
        this.zone = zone;
    }

    /** Daftar Security Log Analysis. */
    Paper list(String span, List<ListedCase> cases) {
        return paper(
                "daftar-security-log-analysis-" + span,
                "DAFTAR SECURITY LOG ANALYSIS",
                span,
                cases,
                List.of(new Grid(LIST_COLUMNS, cases.stream().map(this::row).toList())));
    }

    List<String> row(ListedCase one) {
        return List.of(
                one.number(),
                Written.time(one.received(), zone),
                one.title(),
                one.asset(),
                one.rules(),
                Written.level(one.severity()),
                Long.toString(one.alerts()),
                one.stage().sop(),
                one.owner() == null ? "" : one.owner(),
                one.verdict() == null ? "" : one.verdict().replace('_', ' '),
                one.label().label());
    }

    /** Catatan analisis data log: who was on duty, what was looked at, which rules fired. */
    Paper notes(String span, List<ListedCase> cases, List<Deed> deeds) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Facts(List.of(
                fact("Petugas", deeds.stream().map(Deed::actor).distinct().collect(Collectors.joining(", "))),
                fact("Kandidat dan kasus", Integer.toString(cases.size())),
                fact(
                        "Aturan yang menyala",
                        cases.stream()
                                .flatMap(one -> Arrays.stream(one.rules().split(", ")))
                                .distinct()
                                .sorted()
                                .collect(Collectors.joining(", "))))));
        parts.add(new Chapter("Kandidat yang diperiksa"));
        parts.add(new Grid(LIST_COLUMNS, cases.stream().map(this::row).toList()));
        parts.add(new Chapter("Hasil"));
        parts.add(deeds(deeds));
        return paper("catatan-analisis-data-log-" + span, "CATATAN ANALISIS DATA LOG", span, cases, parts);
    }

    /** Dokumentasi Kegiatan of a month. */
    Paper activities(String span, List<ListedCase> cases, List<Deed> deeds) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Facts(List.of(
                fact("Kasus masuk atau dikerjakan", Integer.toString(cases.size())),
                fact("False Negative (insiden nyata)", Long.toString(verdicts(cases, "FALSE_NEGATIVE"))),
                fact("False Positive", Long.toString(verdicts(cases, "FALSE_POSITIVE"))),
                fact(
                        "Selesai",
                        Long.toString(cases.stream()
                                .filter(one -> one.stage().closed())
                                .count())),
                fact(
                        "Surat terbit",
                        Long.toString(deeds.stream()
                                .filter(one -> one.move() == id.kentongan.desk.casefile.Move.ISSUE_LETTER)
                                .count())))));
        parts.add(new Chapter("Waktu kerja per langkah"));
        parts.add(new Grid(
                List.of("Langkah", "Jumlah", "Median waktu kerja (menit)", "Median menunggu (menit)"), medians(deeds)));
        parts.add(new Chapter("Kasus"));
        parts.add(new Grid(LIST_COLUMNS, cases.stream().map(this::row).toList()));
        parts.add(new Chapter("Kegiatan"));
        parts.add(deeds(deeds));
        return paper("dokumentasi-kegiatan-" + span, "DOKUMENTASI KEGIATAN", span, cases, parts);
    }

    private static long verdicts(List<ListedCase> cases, String verdict) {
        return cases.stream().filter(one -> verdict.equals(one.verdict())).count();
    }

    private Grid deeds(List<Deed> deeds) {
        return new Grid(
                List.of("Waktu", "Kasus", "Dari", "Ke", "Pelaksana", "Catatan"),
                deeds.stream()
                        .map(one -> List.of(
                                Written.time(one.at(), zone),
                                one.number(),
                                one.from().sop(),
                                one.to().sop(),
                                one.actor(),
                                one.note()))
                        .toList());
    }

    private static List<List<String>> medians(List<Deed> deeds) {
        Map<String, List<Deed>> byStep = new TreeMap<>();
        deeds.forEach(one -> byStep.computeIfAbsent(one.from().sop(), step -> new ArrayList<>())
                .add(one));
        List<List<String>> rows = new ArrayList<>();
        byStep.forEach((step, of) ->
                rows.add(List.of(step, Integer.toString(of.size()), median(of, Deed::work), median(of, Deed::waited))));
        return rows;
    }

    private static String median(List<Deed> deeds, Function<Deed, Duration> span) {
        List<Duration> inOrder = deeds.stream().map(span).sorted().toList();
        return Long.toString(inOrder.get(inOrder.size() / 2).toMinutes());
    }

    /** What tells of many cases stays at AMBER, even where each alone may go further. */
    private static Paper paper(String name, String title, String span, List<ListedCase> cases, List<Part> parts) {
        Tlp label = cases.stream().map(ListedCase::label).reduce(Tlp.AMBER, Tlp::orStricter);
        return new Paper(
                name, title, true, List.of(fact("Waktu", span)), parts, label, "Dibuat oleh sistem · " + label.label());
    }
}
