package id.kentongan.desk.asset;

import id.kentongan.contracts.Asset;
import id.kentongan.contracts.AssetOwner;
import id.kentongan.contracts.Criticality;
import id.kentongan.contracts.Topic;
import id.kentongan.desk.outbox.Outbox;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cards of all machines, in PostgreSQL. */
@Repository
public class AssetCards {
    private final JdbcClient sql;
    private final Outbox outbox;

    AssetCards(JdbcClient sql, Outbox outbox) {
        this.sql = sql;
        this.outbox = outbox;
    }

    /** The machine's card; an empty one while nobody wrote one. */
    public AssetCard of(Asset machine) {
        return sql.sql("select * from asset_card where node = :node and agent_id = :agent")
                .param("node", storable(machine.node()))
                .param("agent", storable(machine.agentId()))
                .query((row, index) -> new AssetCard(
                        row.getString("system"),
                        row.getString("url"),
                        row.getString("keeper"),
                        row.getString("pse"),
                        row.getString("pse_head"),
                        row.getString("pse_place"),
                        row.getString("pse_contact"),
                        row.getString("security_agent"),
                        Criticality.valueOf(row.getString("criticality")),
                        row.getBoolean("iiv"),
                        row.getBoolean("personal_data")))
                .optional()
                .orElse(AssetCard.EMPTY);
    }

    /** Keeps the card and tells topic {@code assets}, in the caller's transaction. */
    public void write(Asset machine, AssetCard card, String by, Instant now) {
        keep(machine, card, by, now);
        outbox.record(
                Topic.ASSETS,
                machine.node() + "/" + machine.agentId(),
                new AssetOwner(
                        machine.node(),
                        machine.agentId(),
                        card.system(),
                        card.pse(),
                        card.pseContact(),
                        card.securityAgent(),
                        card.criticality(),
                        card.iiv(),
                        card.personalData(),
                        now,
                        by));
    }

    private void keep(Asset machine, AssetCard card, String by, Instant now) {
        sql.sql("""
                insert into asset_card (node, agent_id, system, url, keeper, pse, pse_head, pse_place, pse_contact,
                    security_agent, criticality, iiv, personal_data, written_by, written_at)
                values (:node, :agent, :system, :url, :keeper, :pse, :head, :place, :contact, :security, :criticality,
                    :iiv, :personal, :by, :now)
                on conflict (node, agent_id) do update set system = excluded.system, url = excluded.url,
                    keeper = excluded.keeper, pse = excluded.pse, pse_head = excluded.pse_head,
                    pse_place = excluded.pse_place, pse_contact = excluded.pse_contact,
                    security_agent = excluded.security_agent, criticality = excluded.criticality,
                    iiv = excluded.iiv, personal_data = excluded.personal_data, written_by = excluded.written_by,
                    written_at = excluded.written_at
                """)
                .param("node", storable(machine.node()))
                .param("agent", storable(machine.agentId()))
                .param("system", card.system())
                .param("url", card.url())
                .param("keeper", card.keeper())
                .param("pse", card.pse())
                .param("head", card.pseHead())
                .param("place", card.psePlace())
                .param("contact", card.pseContact())
                .param("security", card.securityAgent())
                .param("criticality", card.criticality().name())
                .param("iiv", card.iiv())
                .param("personal", card.personalData())
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
