package id.kentongan.desk.settings;

import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * How people and other case tools are called.
 *
 * @param quietFrom from here until {@code quietUntil} only urgent mail leaves; both the same: at any hour
 * @param bundle how long after one mail to somebody the next ones wait for each other
 * @param standby siaga 24x7: clocks of cases that are Kritis run by day and night
 * @param theHive null calls none
 * @param iris null calls none
 */
public record CallSettings(
        LocalTime quietFrom,
        LocalTime quietUntil,
        Duration bundle,
        boolean standby,
        @Nullable Tool theHive,
        @Nullable Tool iris) {
    /**
     * Another case tool that grave cases are told to.
     *
     * @param address without a path
     * @param keyFile file whose first line is the key
     * @param customer number that DFIR-IRIS gives the office
     */
    public record Tool(String address, java.nio.file.Path keyFile, int customer) {}
}
