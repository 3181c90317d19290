package io.adjudicator.console;

import io.adjudicator.kernel.Amount;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How instants, amounts and words of the system are written for people; nothing here rounds. */
final class Shown {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm z", Locale.ENGLISH);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z", Locale.ENGLISH);

    /** Characters, the prefix included: a million ids hardly ever begin alike. */
    private static final int SHORT_ID = 12;

    private Shown() {}

    /**
     * An instant.
     *
     * @param machine in UTC, for the attribute datetime
     * @param text for people, with the zone
     */
    record Moment(String machine, String text) {}

    static Moment minute(Instant at, ZoneId zone) {
        return new Moment(at.toString(), MINUTE.format(at.atZone(zone)));
    }

    static Moment second(Instant at, ZoneId zone) {
        return new Moment(at.toString(), SECOND.format(at.atZone(zone)));
    }

    /** {@code 1,234.50 USD}. */
    static String money(Amount amount) {
        return number(amount) + " " + amount.unit().code();
    }

    /** Exact, with the unit's own digits at least and its thousands apart. */
    static String number(Amount amount) {
        return grouped(new BigDecimal(amount.plain()));
    }

    /** Exact, with its thousands apart and as many digits as it has. */
    static String grouped(BigDecimal number) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        int digits = Math.max(0, number.scale());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(number);
    }

    /** The beginning of an id, for lists. */
    static String shortId(String id) {
        return id.length() <= SHORT_ID ? id : id.substring(0, SHORT_ID) + "…";
    }

    static String count(long number) {
        return grouped(BigDecimal.valueOf(number));
    }

    /** {@code user:rhea}: rhea; {@code key:…}: the key's id, as it is. */
    static String actor(String id) {
        return id.startsWith("user:") ? id.substring("user:".length()) : id;
    }

    /** {@code NEEDS_REVIEW}: needs review; {@code fraud_topics_are_free}: fraud topics are free. */
    static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    }

    /** {@code dueAt}: due; {@code goesBack}: goes back. */
    static String camelWords(String name) {
        return words(name.replaceAll("At$", "").replaceAll("([A-Z])", "_$1"));
    }

    static String sentence(String name) {
        String words = words(name);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
