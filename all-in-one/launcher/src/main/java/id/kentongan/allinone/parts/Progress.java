package id.kentongan.allinone.parts;

import id.kentongan.allinone.part.Part;
import id.kentongan.allinone.part.Told;

/** Hears what happens to the parts, from the first start on. Called from several threads; must not block. */
public interface Progress extends Told {
    /** The first call for a part begins its line. */
    void doing(String part, String what);

    void ready(Part part);

    void stopping(Part part);
}
