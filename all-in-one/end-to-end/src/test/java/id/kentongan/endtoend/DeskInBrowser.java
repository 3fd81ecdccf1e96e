package id.kentongan.endtoend;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The desk in Debian's Chromium, logged in. */
final class DeskInBrowser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private final Playwright playwright;
    private final Browser browser;
    private final Page page;

    private DeskInBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
        this.page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 900));
    }

    static DeskInBrowser login(String url, String[] login) {
        Assumptions.assumeFalse(
                Boolean.getBoolean("kentongan.skip.browser"), "no Chromium here: the browser tests are skipped");
        Playwright playwright = Playwright.create();
        Browser browser = playwright
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
        DeskInBrowser desk = new DeskInBrowser(playwright, browser);
        desk.page.navigate(url);
        desk.page.locator("input[name=username]").fill(login[0]);
        desk.page.locator("input[name=password]").fill(login[1]);
        desk.page.locator("button[type=submit]").first().click();
        return desk;
    }

    Page page() {
        return page;
    }

    void photograph(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
