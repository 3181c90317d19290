package io.adjudicator.recount;

import io.adjudicator.recount.RecountTotals.Group;
import io.adjudicator.recount.Recounted.Result;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A recount as one JSON object. Amounts are exact decimals as text. Each unit's {@code bundle} is the disclosure that {@code recount
 * audit} checks, so whoever receives the recount can hold it to the rule that both directions are reported before anything is claimed.
 */
public final class RecountJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private RecountJson() {}

    public static void write(RecountReport report, PrintWriter out) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("customer", report.customer().value());
        members.put("totals", report.totals().stream().map(RecountJson::totals).toList());
        members.put("lines", report.lines().stream().map(RecountJson::line).toList());
        out.println(JSON.writeValueAsString(members));
        out.flush();
    }

    private static Map<String, Object> totals(RecountTotals totals) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("unit", totals.unit().code());
        members.put("billed", group(totals.billed()));
        members.put("due", group(totals.due()));
        members.put("unsettled", group(totals.unsettled()));
        for (Result result : Result.values()) {
            members.put(result.wireName(), part(totals, result));
        }
        members.put("over", totals.over().plain());
        members.put("under", totals.under().plain());
        members.put("net", totals.net().plain());
        members.put("bundle", bundle(totals));
        return members;
    }

    private static Map<String, Object> group(Group group) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("outcomes", group.outcomes());
        members.put("amount", group.amount().plain());
        return members;
    }

    private static Map<String, Object> part(RecountTotals totals, Result result) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("outcomes", totals.count(result));
        members.put("over", totals.over(result).plain());
        members.put("under", totals.under(result).plain());
        return members;
    }

    private static Map<String, Object> bundle(RecountTotals totals) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("disputed_lines", totals.overbilled().outcomes());
        members.put("disputed_amount", new BigDecimal(totals.over().plain()));
        members.put("underbilled_lines", totals.underbilled().outcomes());
        members.put("underbilled_amount", new BigDecimal(totals.under().plain()));
        members.put("claimed_amount", new BigDecimal(totals.net().plain()));
        members.put("claim_basis", "net_of_underbilling");
        return members;
    }

    private static Map<String, Object> line(Recounted line) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("result", line.result().wireName());
        members.put("source", line.claim().source());
        members.put("id", line.claim().id());
        line.occurredAt().ifPresent(at -> members.put("occurredAt", at.toString()));
        members.put("billed", line.billed().plain());
        if (line.result() != Result.NOT_SETTLED) {
            members.put("due", line.due().plain());
        }
        members.put("unit", line.billed().unit().code());
        members.put("clause", line.ground().clause());
        members.put("reason", line.ground().reason());
        members.put("missing", line.ground().missing());
        members.put("because", List.copyOf(line.ground().because()));
        return members;
    }
}
