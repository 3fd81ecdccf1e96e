package id.kentongan.allinone.part;

/** Whether a part does its work now. Called about five times a second; may block for two seconds; never throws. */
@FunctionalInterface
public interface Probe {
    boolean ready();
}
