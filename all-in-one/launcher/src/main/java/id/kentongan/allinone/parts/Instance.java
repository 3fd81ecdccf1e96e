package id.kentongan.allinone.parts;

import id.kentongan.allinone.instance.DataDirectory;
import id.kentongan.allinone.instance.Input;
import id.kentongan.allinone.instance.Ports;
import id.kentongan.allinone.instance.Secrets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * All that the parts of one run must agree on.
 *
 * @param speed seconds of the recording for each second of the replay; 0 = as fast as possible
 * @param hookDelay the spool's delivery delay, where tests want another than the forwarder's own
 */
public record Instance(
        Home home,
        DataDirectory data,
        Ports ports,
        Secrets secrets,
        Input input,
        double speed,
        @Nullable Duration hookDelay) {}
