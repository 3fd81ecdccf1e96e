package id.kentongan.forwarder.source.findings;

import static java.util.Objects.requireNonNull;

/**
 * One primary shard of a backing index as it stands now.
 *
 * @param uuid of the index: another one means another index under the same name
 * @param maxSeqNo greatest number given, -1 at first
 * @param checkpoint all numbers up to it are settled and will not be rolled back, -1 at first
 */
record Shard(String index, String uuid, int shard, long maxSeqNo, long checkpoint) {
    Shard {
        requireNonNull(index, "index");
        requireNonNull(uuid, "uuid");
    }
}
