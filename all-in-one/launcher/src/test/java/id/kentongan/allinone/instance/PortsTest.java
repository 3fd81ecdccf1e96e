package id.kentongan.allinone.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
    @TempDir
    private Path folder;

    private DataDirectory data;
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void aDataDirectory() {
        data = new DataDirectory(folder);
        data.create();
    }

    @Test
    void freePortsStayTheUsualOnesAndNothingIsTold() {
        Ports ports = Ports.kept(data).orFreeOnes(any -> true, told::add);

        assertThat(ports.address(Port.DESK)).isEqualTo("127.0.0.1:18080");
        assertThat(told).isEmpty();
    }

    @Test
    void aBusyPortIsReplacedAndTold() {
        Ports ports = Ports.kept(data).orFreeOnes(it -> it != 18080 && it != 18180, told::add);

        assertThat(ports.of(Port.DESK)).isEqualTo(18280);
        assertThat(told).singleElement().asString().contains("18080", "18280", "the triage desk");
    }

    @Test
    void theNextRunPrefersWhatWasChosenBefore() {
        Ports.kept(data).orFreeOnes(it -> it != 18080, told::add).keep(data);

        assertThat(Ports.kept(data).orFreeOnes(any -> true, told::add).of(Port.DESK))
                .isEqualTo(18180);
    }

    @Test
    void noTwoPortsAreEverTheSame() {
        Ports ports = Ports.kept(data).orFreeOnes(it -> it != Port.KAFKA.usual(), told::add);

        assertThat(List.of(Port.values()).stream().map(ports::of)).doesNotHaveDuplicates();
    }

    @Test
    void withoutAnyFreePortTheStartIsRefusedWithTheMend() {
        assertThatThrownBy(() -> Ports.kept(data).orFreeOnes(any -> false, told::add))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("ss -ltnp");
    }

    @Test
    void aPortThatSomebodyListensOnCannotBeClaimed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                PortClaims claims = new PortClaims()) {
            assertThat(claims.claim(taken.getLocalPort())).isFalse();
        }
    }

    @Test
    void whatOneInstanceClaimedNoOtherGetsUntilItEnds() throws IOException {
        int number;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            number = free.getLocalPort();
        }
        try (PortClaims second = new PortClaims()) {
            try (PortClaims first = new PortClaims()) {
                assertThat(first.claim(number)).isTrue();
                assertThat(second.claim(number)).isFalse();
            }
            assertThat(second.claim(number)).isTrue();
        }
    }
}
