package io.adjudicator.recount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Refused;
import io.adjudicator.recount.BillLine.State;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            id                   | c-1              | -      | BILLED     | -
            id,amount            | c-1,0.99         | -      | BILLED     | 0.99
            id,amount            | c-1,             | -      | BILLED     | -
            id,amount            | c-1,-0.99        | -      | BILLED     | -0.99
            id,amount            | c-1,0.00         | -      | NOT_BILLED | 0.00
            id,billed            | c-1,yes          | -      | BILLED     | -
            id,billed            | c-1,no           | -      | NOT_BILLED | -
            id,billed            | c-1,             | -      | UNKNOWN    | -
            id,billed,amount     | c-1,,0.99        | -      | UNKNOWN    | 0.99
            source,id,amount     | chat,c-1,1.5     | chat   | BILLED     | 1.5
            id,unit,amount_charged | c-1,USD,0.99   | -      | BILLED     | 0.99
            """)
    void readsALine(String header, String row, String source, State state, BigDecimal amount) throws IOException {
        assertThat(read(header + "\n" + row + "\n"))
                .containsExactly(new BillLine(Optional.ofNullable(source), "c-1", state, Optional.ofNullable(amount)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id,amount | c-1,1e3     | expected an amount such as 0.99, but got "1e3"
            id,amount | c-1,'1,50'  | expected an amount such as 0.99
            id,billed | c-1,maybe   | expected yes, no or nothing, but got "maybe"
            id,amount | ,0.99       | expected an id, but it is empty
            """, quoteCharacter = '`')
    void refusesALine(String header, String row, String message) {
        assertThatThrownBy(() -> read(header + "\n" + row.replace('\'', '"') + "\n"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(message);
    }

    @Test
    void saysAllFaultsAtOnceWithTheirLines() {
        assertThatThrownBy(() -> read("id,amount\nc-1,x\nc-2,1.00\n,1.00\n"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::at)
                                .containsExactly("line 2", "line 4"));
    }

    @Test
    void refusesABillWithoutIds() {
        assertThatThrownBy(() -> read("claim,amount\nc-1,0.99\n")).hasMessageContaining("expected a column id");
    }

    private static List<BillLine> read(String csv) throws IOException {
        return BillReader.read(new StringReader(csv)).lines();
    }
}
