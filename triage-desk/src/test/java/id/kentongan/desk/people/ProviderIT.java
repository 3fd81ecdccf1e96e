package id.kentongan.desk.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import id.kentongan.desk.trial.TrialDesk;
import id.kentongan.desk.trial.TrialHouse;
import id.kentongan.desk.trial.TrialIssuer;
import id.kentongan.desk.trial.TrialTeam;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Login at an identity provider, and who is not let in that way. */
class ProviderIT {
    private static TrialIssuer issuer;
    private static TrialDesk desk;

    @BeforeAll
    static void open() throws IOException, SQLException, JOSEException {
        TrialHouse house = TrialHouse.open();
        issuer = TrialIssuer.open();
        Map<String, Object> settings = TrialTeam.settings(house, "provider_it");
        settings.put("kentongan.desk.oidc-issuer", issuer.address());
        settings.put("kentongan.desk.oidc-client-id", "meja");
        settings.put("kentongan.desk.oidc-client-secret-file", house.file("oidc-secret", "rahasia-meja\n"));
        settings.put("kentongan.desk.oidc-roles", "ttis:analyst,kadis:head,pejabat:coordinator");
        settings.put("kentongan.desk.second-factor-required", "true");
        desk = TrialDesk.start(settings);
    }

    @AfterAll
    static void close() {
        desk.close();
        issuer.close();
    }

    @Test
    void whoTheProviderKnowsEntersWithTheRolesOfTheirGroups() {
        issuer.knows("s-1", "Rudi", "ttis", "lain");
        assertThat(enter()).endsWith("/candidates");
        assertThat(desk.page("/mine").selectFirst(".person").text()).isEqualTo("rudi");
        assertThat(new String(Base64.getDecoder().decode(issuer.secretSeen().substring(6)), StandardCharsets.UTF_8))
                .isEqualTo("meja:rahasia-meja");

        issuer.knows("s-1", "rudi", "kadis");
        assertThat(enter()).as("no second factor here: the provider's counts").endsWith("/ratification");
        assertThat(desk.page("/candidates").select("nav a[href='/mine']")).isEmpty();
    }

    @Test
    void nobodyTakesTheNameOfAnother() {
        issuer.knows("s-2", TrialTeam.COORDINATOR, "pejabat");
        assertThat(enter()).endsWith("/login?provider");

        issuer.knows("s-3", "tono", "ttis");
        assertThat(enter()).endsWith("/candidates");
        issuer.knows("s-4", "tono", "ttis");
        assertThat(enter()).endsWith("/login?provider");
    }

    @Test
    void withoutAGroupANameOrATrueSignatureNobodyEnters() {
        issuer.knows("s-5", "wati");
        assertThat(enter()).endsWith("/login?provider");
        issuer.knows("s-5", "<script>", "ttis");
        assertThat(enter()).endsWith("/login?provider");
        issuer.knows("s-5", "wati", "ttis");
        issuer.forges();
        assertThat(enter()).endsWith("/login?provider");
        assertThat(desk.get("/candidates").statusCode()).isEqualTo(302);
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

    /** Goes to the provider and back, as a browser does; gives the address at which it ends. */
    private static String enter() {
        return desk.follow("/oauth2/authorization/oidc");
    }
}
