package id.kentongan.bench.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuantilesTest {
    @Test
    void ninetyNinthOfAHundredIsTheLastButOne() {
        Quantiles hundred = Quantiles.of(IntStream.rangeClosed(1, 100).boxed().toList());

        assertThat(hundred.at(0.99)).isEqualTo(99);
        assertThat(hundred.at(0.5)).isEqualTo(50);
        assertThat(hundred.at(1)).isEqualTo(100);
        assertThat(hundred.greatest()).isEqualTo(100);
    }

    @Test
    void oneValueIsEveryQuantile() {
        assertThat(Quantiles.of(List.of(7)).at(0.01)).isEqualTo(7);
        assertThat(Quantiles.of(List.of(7)).median()).isEqualTo(7);
    }

    @Test
    void medianIsTheMiddleOrTheMeanOfTwo() {
        assertThat(Quantiles.of(List.of(9.0, 1.0, 4.0)).median()).isEqualTo(4);
        assertThat(Quantiles.of(List.of(9, 1, 4, 2)).median()).isEqualTo(3);
    }

    @Test
    void nothingHasNoQuantile() {
        assertThatThrownBy(() -> Quantiles.of(List.of())).hasMessageContaining("expected at least one");
        assertThatThrownBy(() -> Quantiles.of(List.of(1)).at(0)).hasMessageContaining("got 0.0");
    }
}
