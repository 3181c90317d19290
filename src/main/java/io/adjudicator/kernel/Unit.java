package io.adjudicator.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;

/** What an amount is counted in: an ISO 4217 currency ({@code USD}) or a credit type ({@code nw-credit}). */
public record Unit(@JsonValue String code) {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern CREDIT = Pattern.compile("[a-z][a-z0-9-]{1,30}");

    /** The library makes a new list of them each time it is asked. */
    private static final Set<String> CURRENCIES = CurrencyUnit.registeredCurrencies().stream()
            .map(CurrencyUnit::getCode)
            .collect(Collectors.toUnmodifiableSet());

    @JsonCreator
    public Unit {
        boolean currency = CURRENCIES.contains(code) && CURRENCY.matcher(code).matches();
        // Three lower-case letters are a currency misspelt, not a credit type.
        boolean credit = CREDIT.matcher(code).matches() && code.length() > 3;
        if (!currency && !credit) {
            throw new IllegalArgumentException(
                    "expected an ISO 4217 currency or a lower-case credit type, but got \"" + code + "\"");
        }
    }

    public boolean isCurrency() {
        return CURRENCY.matcher(code).matches();
    }

    /** Digits after the point on a statement line; credits are whole. */
    public int statementScale() {
        return isCurrency() ? CurrencyUnit.of(code).getDecimalPlaces() : 0;
    }

    @Override
    public String toString() {
        return code;
    }
}
