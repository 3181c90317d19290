package io.adjudicator.cli;

import io.adjudicator.recount.audit.AuditCase;
import io.adjudicator.recount.audit.AuditReport;
import io.adjudicator.recount.audit.Audited;
import io.adjudicator.recount.audit.Stated;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code recount audit}: an auditor's bundle, or a recount's own JSON, held to the rules of an outcome audit. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {
            "Check an audit bundle (JSON): is the outcome determinable, does the line lead to a confirmed effect, are reopenings linked,",
            "does the evidence carry the claim, are both directions disclosed. The checks are told by what the bundle states.",
            "Exits with 1 if a check fails or, where the bundle says what it expects, if something else comes out."
        })
final class RecountAuditCommand implements Callable<Integer> {

    /** As they are typed. */
    enum Form {
        text,
        json
    }

    @Parameters(paramLabel = "FILE", description = "The bundle; - for standard input.")
    private String file = "-";

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Form format = Form.text;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine commandLine =
                Objects.requireNonNull(spec, "picocli sets it").commandLine();
        return FailureReport.around(commandLine.getErr(), () -> audit(commandLine.getOut()));
    }

    private int audit(PrintWriter out) throws IOException {
        try (InputStream in = OfflineInput.open(file)) {
            List<Audited> audited = AuditCase.all(
                            Stated.document(JsonMapper.shared().readTree(in)))
                    .stream()
                    .map(AuditCase::run)
                    .toList();
            write(audited, out);
            return audited.stream().allMatch(Audited::isWell) ? 0 : 1;
        } catch (JacksonException e) {
            throw new IOException("expected JSON, but " + e.getOriginalMessage(), e);
        }
    }

    private void write(List<Audited> audited, PrintWriter out) {
        switch (format) {
            case text -> AuditReport.text(audited, out);
            case json -> AuditReport.json(audited, out);
        }
    }
}
