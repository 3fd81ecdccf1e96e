package id.kentongan.desk.trial;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** Debian's Chromium, and in it one window for each person. Notes every message that a page writes to its console. */
public final class TrialBrowser implements AutoCloseable {
    /** Where the pictures of all screens and the documents lie after a run. */
    public static final Path PHOTOS = Path.of("target", "photos");

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private static final int PHONE_WIDTH = 390;

    /** One for all tests of a run, started by the first that asks; it ends with the run. */
    private static @Nullable Browser chromium;

    private final Browser browser;
    private final String address;
    private final List<BrowserContext> windows = new ArrayList<>();
    private final Map<String, String> logins = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();

    private TrialBrowser(Browser browser, String address) {
        this.browser = browser;
        this.address = address;
    }

    public static TrialBrowser before(TrialDesk desk) throws IOException {
        Assumptions.assumeFalse(
                Boolean.getBoolean("kentongan.skip.browser"), "no Chromium here: the browser tests are skipped");
        Files.createDirectories(PHOTOS);
        return new TrialBrowser(chromium(), "http://127.0.0.1:" + desk.port());
    }

    private static synchronized Browser chromium() {
        Browser open = chromium == null ? launch() : chromium;
        chromium = open;
        return open;
    }

    private static Browser launch() {
        return Playwright.create()
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    public Page desktop(String person) {
        return window(person, 1280, 900, ColorScheme.LIGHT);
    }

    public Page phone(String person) {
        return window(person, PHONE_WIDTH, 844, ColorScheme.DARK);
    }

    /** What the pages complained of, such as something that their policy forbids. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    public static void photograph(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PHOTOS.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** Photographs every page at phone width, and gives those that are wider than the phone. */
    public static List<String> tooWide(Page phone, String name, List<String> pages) {
        List<String> wide = new ArrayList<>();
        for (String page : pages) {
            phone.navigate(page);
            photograph(
                    phone,
                    name + page.replaceAll("/cases/KTG-\\d+-\\d+", "/case").replaceAll("\\W+", "-"));
            if ((int) phone.evaluate("document.documentElement.scrollWidth") > PHONE_WIDTH) {
                wide.add(page);
            }
        }
        return wide;
    }

    /** What a page told after a form. */
    public static String told(Page page) {
        return page.locator("[role=status].good").first().innerText();
    }

    /** A window of somebody who is not logged in. */
    public Page stranger() {
        return window(1280, 900, ColorScheme.LIGHT, null);
    }

    /** Logs in once for each person; their further windows belong to the same login. */
    private Page window(String person, int width, int height, ColorScheme scheme) {
        String login = logins.get(person);
        Page page = window(width, height, scheme, login);
        if (login != null) {
            page.navigate("/");
            return page;
        }
        page.navigate("/login");
        page.locator("input[name=username]").fill(person);
        page.locator("input[name=password]").fill(TrialTeam.password(person));
        page.locator("form[action='/login'] button").click();
        page.waitForURL(where -> !where.endsWith("/login"));
        logins.put(person, page.context().storageState());
        return page;
    }

    private Page window(int width, int height, ColorScheme scheme, @Nullable String login) {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setBaseURL(address)
                .setViewportSize(width, height)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(scheme);
        BrowserContext context = browser.newContext(login == null ? options : options.setStorageState(login));
        windows.add(context);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(fault -> complaints.add(page.url() + ": " + fault));
        return page;
    }

    @Override
    public void close() {
        windows.forEach(BrowserContext::close);
    }
}
