package org.liudan.registers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Register.Sum;
import org.liudan.web.PageContext;

/**
 * A sum as it is printed.
 *
 * @param said in its unit, such as 1.52 亿元
 * @param whole all its digits; empty where they are said already
 */
public record Amount(String said, String whole) {

    /** A power of ten in which large sums are told. */
    private record Scale(String key, long from, long one) {}

    private static final Scale TEN_THOUSAND = new Scale("sum.large", 1_000_000, 10_000);
    private static final Scale HUNDRED_MILLION = new Scale("sum.huge", 100_000_000, 100_000_000);
    private static final Scale MILLION = new Scale("sum.large", 1_000_000, 1_000_000);
    private static final Scale BILLION = new Scale("sum.huge", 1_000_000_000, 1_000_000_000);

    /** @param total the sum of the field, which its unit may have to be multiplied for */
    static Amount of(PageContext screen, Sum sum, long total) {
        long amount = total * sum.times();
        var huge = screen.english() ? BILLION : HUNDRED_MILLION;
        var large = screen.english() ? MILLION : TEN_THOUSAND;
        if (amount < large.from()) {
            return new Amount(screen.t("sum.plain", whole(amount), screen.w(sum.unit())), "");
        }
        var scale = amount < huge.from() ? large : huge;
        var scaled = BigDecimal.valueOf(amount).divide(BigDecimal.valueOf(scale.one()), 2, RoundingMode.HALF_UP);
        return new Amount(
                screen.t(scale.key(), digits("#,##0.##").format(scaled), screen.w(sum.unit())), whole(amount));
    }

    static String whole(long number) {
        return digits("#,##0").format(number);
    }

    /** The label of what is summed, without the unit that it may end with. */
    static String label(PageContext screen, Method register, Sum sum) {
        var unit = Pattern.quote(screen.w(sum.unit()));
        return screen.w(register.field(sum.field()).name()).replaceFirst("\\s*[（(][^（()）]*" + unit + "[)）]$", "");
    }

    private static DecimalFormat digits(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }
}
