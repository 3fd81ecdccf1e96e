package id.kentongan.job.casework;

import org.jspecify.annotations.Nullable;

/** The part of a network that an address lies in, as offices lay theirs out: 4,096 addresses, a /20. */
final class Zone {
    private Zone() {}

    /** Empty where no IPv4 address is known: such agents are nobody's neighbours. */
    static String of(@Nullable String ip) {
        if (ip == null || !ip.matches("\\d{1,3}(\\.\\d{1,3}){3}") || ip.startsWith("127.")) {
            return "";
        }
        String[] parts = ip.split("\\.", -1);
        return parts[0] + "." + parts[1] + "." + (Integer.parseInt(parts[2]) & 0xF0);
    }
}
