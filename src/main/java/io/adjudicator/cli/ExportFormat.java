package io.adjudicator.cli;

import io.adjudicator.kernel.CustomerId;
import java.io.IOException;
import java.io.InputStream;

/** The vendors' exports that can be read, as they are typed. */
enum ExportFormat {
    intercom,
    agentmeasure;

    Export read(InputStream in, CustomerId customer, String source) throws IOException {
        return switch (this) {
            case intercom -> new ConversationExport(customer, source).read(in);
            case agentmeasure -> new EffectExport(customer, source).read(in);
        };
    }
}
