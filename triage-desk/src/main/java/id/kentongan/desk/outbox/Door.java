package id.kentongan.desk.outbox;

/** One way out. */
interface Door extends AutoCloseable {
    /**
     * Blocks until the parcel has arrived, at most about ten seconds.
     *
     * @throws Exception when it did not arrive; it is then sent again later
     */
    void send(Parcel parcel) throws Exception;

    @Override
    default void close() {}
}
