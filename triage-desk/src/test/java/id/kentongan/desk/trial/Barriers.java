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

    private final Page page;
    private final List<String> found = new ArrayList<>();

    private Barriers(Page page) {
        this.page = page;
    }

    /**
     * Of every page at desktop and phone width, in light and dark, and at desktop width in English. Where only the
     * colours differ, only they are looked at.
     */
    public static List<String> on(Page page, List<String> addresses) {
        Barriers barriers = new Barriers(page);
        addresses.forEach(barriers::look);
        return barriers.found;
    }

    private void look(String address) {
        open(address, "id");
        as(DESKTOP, ColorScheme.LIGHT);
        note(address + " desktop", LEVEL_AA);
        as(DESKTOP, ColorScheme.DARK);
        note(address + " desktop, dark", COLOURS);
        as(PHONE, ColorScheme.DARK);
        note(address + " phone, dark", LEVEL_AA);
        as(PHONE, ColorScheme.LIGHT);
        note(address + " phone", COLOURS);
        open(address, "en");
        as(DESKTOP, ColorScheme.LIGHT);
        note(address + " in English", LEVEL_AA);
    }

    /** With every fold of the page open: what is hidden is not looked at. */
    private void open(String address, String language) {
        page.navigate(address + (address.contains("?") ? "&" : "?") + "lang=" + language);
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
        page.evaluate("document.querySelectorAll('input.fold').forEach(one => one.checked = true)");
        page.evaluate(AxeBuilder.getAxeScript());
    }

    private void as(int width, ColorScheme scheme) {
        page.setViewportSize(width, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    private void note(String where, List<String> rules) {
        Object violations = page.evaluate("""
                rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']}).then(results =>
                    results.violations.flatMap(rule => rule.nodes.slice(0, 3).map(node =>
                        `${rule.id} at ${node.target}: ${node.failureSummary}`)))
                """, rules);
        ((List<?>) violations).forEach(one -> found.add(where + ": " + one));
    }
}
