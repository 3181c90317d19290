package io.adjudicator.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code import intercom}: a vendor's export of conversations. */
@Command(
        name = "intercom",
        mixinStandardHelpOptions = true,
        description = {
            "Turn a vendor's export of conversations (CSV) into claims: one of each conversation, billed or not.",
            "An empty cell is unknown, and stays so. recount --from intercom reads what was billed from the same file.",
            "Exits with 1 if a row could not be read; the others are imported."
        })
final class ImportIntercomCommand implements Callable<Integer> {

    @Mixin
    private ImportOptions options = new ImportOptions("conversation-desk", "intercom");

    @Override
    public Integer call() {
        return options.print(ExportFormat.intercom);
    }
}
