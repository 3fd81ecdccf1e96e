package id.kentongan.job.anomaly;

import com.amazon.randomcutforest.config.TransformMethod;
import com.amazon.randomcutforest.parkservices.AnomalyDescriptor;
import com.amazon.randomcutforest.parkservices.ThresholdedRandomCutForest;
import com.amazon.randomcutforest.parkservices.state.ThresholdedRandomCutForestMapper;
import com.amazon.randomcutforest.parkservices.state.ThresholdedRandomCutForestState;
import com.amazon.randomcutforest.returntypes.DiVector;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Random Cut Forest over the four numbers of a {@link Mix}: it finds combinations that none of them alone shows. Seeded,
 * and the same after {@link #written} and {@link #read}. About 170 KB written, once it has seen a day; used by one thread.
 */
final class Forest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Part> PARTS = List.of(Part.values());
    private static final int TREES = 30;
    private static final int SAMPLE = 128;
    /** Without a day of windows it tells nothing. */
    private static final long LEARNING = 288;

    private final ThresholdedRandomCutForest model;

    private Forest(ThresholdedRandomCutForest model) {
        this.model = model;
    }

    static Forest planted() {
        return new Forest(ThresholdedRandomCutForest.builder()
                .dimensions(PARTS.size())
                .shingleSize(1)
                .numberOfTrees(TREES)
                .sampleSize(SAMPLE)
                .randomSeed(1)
                .transformMethod(TransformMethod.NORMALIZE)
                .build());
    }

    static Forest read(byte[] written) {
        try {
            return new Forest(new ThresholdedRandomCutForestMapper()
                    .toModel(JSON.readValue(written, ThresholdedRandomCutForestState.class)));
        } catch (IOException e) {
            throw new UncheckedIOException("a forest in state cannot be read", e);
        }
    }

    byte[] written() {
        try {
            return JSON.writeValueAsBytes(new ThresholdedRandomCutForestMapper().toState(model));
        } catch (IOException e) {
            throw new UncheckedIOException("a forest cannot be written", e);
        }
    }

    /** What a forest looks at. */
    enum Part {
        ALERTS("jumlah alert", "the number of alerts"),
        SIGNATURES("ragam alert", "how many kinds of alerts"),
        FAILURES("login gagal", "failed logins"),
        ADDRESSES("alamat asal", "source addresses");

        final String id;
        final String en;

        Part(String id, String en) {
            this.id = id;
            this.en = en;
        }

        long of(Mix mix) {
            return switch (this) {
                case ALERTS -> mix.alerts();
                case SIGNATURES -> mix.signatures().size();
                case FAILURES -> mix.failures();
                case ADDRESSES -> mix.addresses().size();
            };
        }
    }

    /**
     * What the forest says of five minutes.
     *
     * @param part that made it unusual most; null = it is not unusual, or not more than something before
     */
    record Judgement(double score, @Nullable Part part) {}

    Judgement judge(Mix mix) {
        double[] point = PARTS.stream()
                .mapToDouble(part -> StrictMath.log1p((double) part.of(mix)))
                .toArray();
        AnomalyDescriptor said = model.process(point, 0L);
        boolean odd = said.getAnomalyGrade() > 0 && mix.judged() >= LEARNING && said.getRCFScore() > mix.record();
        return new Judgement(said.getRCFScore(), odd ? foremost(said.getAttribution()) : null);
    }

    private static Part foremost(DiVector shares) {
        int foremost = 0;
        for (int i = 1; i < PARTS.size(); i++) {
            foremost = shares.getHighLowSum(i) > shares.getHighLowSum(foremost) ? i : foremost;
        }
        return PARTS.get(foremost);
    }
}
