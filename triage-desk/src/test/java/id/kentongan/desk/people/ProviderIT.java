package id.kentongan.desk.people;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.desk.trial.TrialDesk;
import id.kentongan.desk.trial.TrialHouse;
import id.kentongan.desk.trial.TrialProvider;
import id.kentongan.desk.trial.TrialTeam;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Login at an identity provider, and who is not let in that way. */
class ProviderIT {
    private static final String REFUSED = "/login?provider";

    private static TrialProvider provider;
    private static TrialHouse house;
    private static TrialDesk desk;

    @BeforeAll
    static void open() throws IOException, SQLException {
        house = TrialHouse.open();
        provider = TrialProvider.open();
        desk = TrialDesk.start(settings("provider_it", TrialProvider.SECRET));
    }

    @AfterAll
    static void close() {
        desk.close();
        provider.close();
    }

    @Test
    void whoTheProviderKnowsEntersWithTheRolesOfTheirGroups() {
        provider.knows("s-1", "Rudi", "ttis", "lain");
        assertThat(enter("s-1")).endsWith("/candidates");
        assertThat(desk.page("/mine").selectFirst(".person").text()).isEqualTo("rudi");

        provider.knows("s-1", "rudi", "kadis");
        assertThat(enter("s-1"))
                .as("no second factor here: the provider's counts")
                .endsWith("/ratification");
        assertThat(desk.page("/candidates").select("nav a[href='/mine']")).isEmpty();
    }

    @Test
    void nobodyTakesTheNameOfAnother() {
        provider.knows("s-2", TrialTeam.COORDINATOR, "pejabat");
        assertThat(enter("s-2")).endsWith(REFUSED);

        provider.knows("s-3", "tono", "ttis");
        assertThat(enter("s-3")).endsWith("/candidates");
        provider.knows("s-4", "tono", "ttis");
        assertThat(enter("s-4")).endsWith(REFUSED);
    }

    @Test
    void whoHasNoGroupOfTheDeskOrNoNameIsToldInPlainWords() {
        provider.knows("s-5", "wati");
        assertThat(enter("s-5")).endsWith(REFUSED);
        assertThat(desk.page(REFUSED).select("[role=alert]").text())
                .isEqualTo("Penyedia akun tidak mengenal Anda sebagai petugas di sini, atau tidak menjawab.");
        assertThat(desk.get("/candidates").statusCode()).isEqualTo(302);

        provider.knows("s-5", "<script>", "ttis");
        assertThat(enter("s-5")).endsWith(REFUSED);
    }

    @Test
    void anAnswerThatIsForgedOrMeantForAnotherLoginLetsNobodyIn() {
        provider.knows("s-6", "yuni", "ttis");
        provider.forges(true);
        assertThat(enter("s-6")).as("signed with another key").endsWith(REFUSED);
        provider.forges(false);

        provider.mixesUp(true);
        assertThat(enter("s-6")).as("another nonce").endsWith(REFUSED);
        provider.mixesUp(false);

        assertThat(enter("s-6", hop -> changed(hop, "state=[^&]+", "state=x")))
                .as("another state")
                .endsWith(REFUSED);
        assertThat(enter("s-6", hop -> changed(hop, "code_challenge=[^&]+", "code_challenge=x")))
                .as("a code that another browser asked for")
                .endsWith(REFUSED);
        assertThat(desk.get("/candidates").statusCode()).isEqualTo(302);
        assertThat(enter("s-6")).as("and without all that").endsWith("/candidates");
    }

    @Test
    void theDeskAsksWithStateNonceAndProofKeyNewEachTime() {
        provider.knows("s-7", "zaki", "ttis");

        List<String> first = asked("s-7");
        List<String> second = asked("s-7");

        assertThat(first)
                .anyMatch(part -> part.matches("state=.{20,}"))
                .anyMatch(part -> part.matches("nonce=.{20,}"))
                .anyMatch(part -> part.matches("code_challenge=.{43}"))
                .contains("code_challenge_method=S256", "response_type=code", "scope=openid%20profile");
        assertThat(second.stream().filter(part -> part.matches("(state|nonce|code_challenge)=.*")))
                .doesNotContainAnyElementsOf(first);
    }

    @Test
    void aDeskWithoutItsSecretLetsNobodyIn() throws IOException, SQLException {
        provider.knows("s-8", "wawan", "ttis");
        try (TrialDesk other = TrialDesk.start(settings("provider_secret_it", "bukan rahasianya"))) {
            assertThat(other.enterAtProvider("s-8", TrialProvider.PASSWORD, UnaryOperator.identity()))
                    .endsWith(REFUSED);
        }
    }

    @Test
    void whoLogsOutIsOut() {
        provider.knows("s-9", "vina", "ttis");
        assertThat(enter("s-9")).endsWith("/candidates");

        assertThat(desk.submit("/candidates", "/logout", Map.of()).headers().firstValue("Location"))
                .get()
                .asString()
                .endsWith("/login?out");
        assertThat(desk.get("/candidates").statusCode()).isEqualTo(302);
        assertThat(desk.page("/login?out").select("[role=status]").text()).isNotBlank();
    }

    @Test
    void localAccountsStillEnter() {
        assertThat(desk.logIn(TrialTeam.ANALYST, TrialTeam.password(TrialTeam.ANALYST))
                        .headers()
                        .firstValue("Location"))
                .get()
                .asString()
                .endsWith("/");
        assertThat(desk.page("/login").select("a[href='/oauth2/authorization/oidc']"))
                .hasSize(1);
    }

    private static Map<String, Object> settings(String name, String secret) throws IOException, SQLException {
        Map<String, Object> settings = TrialTeam.settings(house, name);
        settings.put("kentongan.desk.oidc-issuer", provider.address());
        settings.put("kentongan.desk.oidc-client-id", TrialProvider.CLIENT);
        settings.put("kentongan.desk.oidc-client-secret-file", house.file(name + "-secret", secret + "\n"));
        settings.put("kentongan.desk.oidc-roles", "ttis:analyst,kadis:head,pejabat:coordinator");
        settings.put("kentongan.desk.second-factor-required", "true");
        return settings;
    }

    /** Goes to the provider and back, as a browser does; gives the address at which it ends. */
    private static String enter(String subject) {
        return enter(subject, UnaryOperator.identity());
    }

    private static String enter(String subject, UnaryOperator<URI> onTheWay) {
        return desk.enterAtProvider(subject, TrialProvider.PASSWORD, onTheWay);
    }

    private static URI changed(URI hop, String part, String other) {
        return URI.create(hop.toString().replaceFirst("([?&])" + part, "$1" + other));
    }

    /** What stands in the question to the provider. */
    private static List<String> asked(String subject) {
        List<String> parts = new ArrayList<>();
        enter(subject, hop -> {
            if (parts.isEmpty() && hop.getPath().equals("/oauth2/authorize")) {
                parts.addAll(List.of(hop.getRawQuery().split("&", -1)));
            }
            return hop;
        });
        return parts;
    }
}
