package io.adjudicator.ledger;

import io.adjudicator.kernel.CustomerId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a customer's journal for other accounting programs, posting by posting, from one consistent picture of the database. */
@Service
public class JournalExport {

    private final JournalStore store;
    private final TransactionTemplate transactions;

    @Autowired
    JournalExport(JournalStore store, PlatformTransactionManager transactions) {
        this.store = store;
        this.transactions = new TransactionTemplate(transactions);
        this.transactions.setReadOnly(true);
        this.transactions.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** For the command line, which has a database but no service. */
    public static JournalExport on(DataSource database) {
        return new JournalExport(new JournalStore(JdbcClient.create(database)), new JdbcTransactionManager(database));
    }

    /**
     * In the order in which it was booked.
     *
     * @param from first month; absent: from the beginning
     * @param to last month; absent: to the end
     */
    public void write(CustomerId customer, Optional<YearMonth> from, Optional<YearMonth> to, Appendable out) {
        transactions.executeWithoutResult(_ -> {
            try (Stream<JournalRow> rows = store.rows(customer, from, to)) {
                new JournalText(customer, out).write(rows.iterator());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
