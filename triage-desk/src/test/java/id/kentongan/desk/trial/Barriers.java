package id.kentongan.desk.trial;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/** What stops somebody at a page: violations of WCAG 2.2 AA that axe finds in it. */
public final class Barriers {
    private static final List<String> LEVEL_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final List<String> COLOURS = List.of("color-contrast");

    private static final int DESKTOP = 1366;
    private static final int PHONE = 390;

    private static final String AXE = AxeBuilder.getAxeScript();

    private final List<Page> tabs;
    private final List<String> found = new ArrayList<>();

    private Barriers(Page... tabs) {
        this.tabs = List.of(tabs);
    }

    /**
     * Of every page at desktop and phone width, in light and dark, and at desktop width in English. Where only the
     * colours differ, only they are looked at. Two pages are looked at side by side.
     */
    public static List<String> on(Page page, List<String> addresses) {
        try (Page second = page.context().newPage()) {
            Barriers barriers = new Barriers(page, second);
            for (int i = 0; i < addresses.size(); i += 2) {
                barriers.look(addresses.subList(i, Math.min(i + 2, addresses.size())));
            }
            return barriers.found;
        }
    }

    private void look(List<String> addresses) {
        open(addresses, "id");
        note(addresses, " desktop", DESKTOP, ColorScheme.LIGHT, LEVEL_AA);
        note(addresses, " desktop, dark", DESKTOP, ColorScheme.DARK, COLOURS);
        note(addresses, " phone, dark", PHONE, ColorScheme.DARK, LEVEL_AA);
        note(addresses, " phone", PHONE, ColorScheme.LIGHT, COLOURS);
        open(addresses, "en");
        note(addresses, " in English", DESKTOP, ColorScheme.LIGHT, LEVEL_AA);
    }

    /** With every fold of the page open: what is hidden is not looked at. */
    private void open(List<String> addresses, String language) {
        for (int i = 0; i < addresses.size(); i++) {
            String address = addresses.get(i);
            Page tab = tabs.get(i);
            tab.navigate(address + (address.contains("?") ? "&" : "?") + "lang=" + language);
            tab.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
            tab.evaluate("document.querySelectorAll('input.fold').forEach(one => one.checked = true)");
            tab.evaluate(AXE);
        }
    }

    /** Of what axe would fetch anew for each look, no rule in use reads the style sheets. */
    private void note(List<String> addresses, String how, int width, ColorScheme scheme, List<String> rules) {
        for (int i = 0; i < addresses.size(); i++) {
            Page tab = tabs.get(i);
            tab.setViewportSize(width, 900);
            tab.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            tab.evaluate("""
                    rules => {
                      window.barriers = axe
                        .run(document, {runOnly: rules, resultTypes: ['violations'], preload: {assets: ['media']}})
                        .then(results => results.violations.flatMap(rule => rule.nodes.slice(0, 3).map(node =>
                          `${rule.id} at ${node.target}: ${node.failureSummary}`)));
                    }""", rules);
        }
        for (int i = 0; i < addresses.size(); i++) {
            String where = addresses.get(i) + how + ": ";
            ((List<?>) tabs.get(i).evaluate("() => window.barriers")).forEach(one -> found.add(where + one));
        }
    }
}
