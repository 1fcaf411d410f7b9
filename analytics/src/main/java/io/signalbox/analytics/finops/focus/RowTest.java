// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.focus;

import io.signalbox.analytics.finops.Currencies;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A check that is bound to the columns of a data set. */
interface RowTest {
  /** Whether a row, in which what is null says nothing, passes. */
  boolean holds(@Nullable String[] row);

  /** Binds a check; checks of other rules are no checks of rows. */
  static RowTest of(Check check, Columns columns) {
    if (check instanceof Check.All all) {
      List<RowTest> items = bind(all.items(), columns);
      return row -> items.stream().allMatch(item -> item.holds(row));
    } else if (check instanceof Check.Any any) {
      RowTest oneOf = oneOf(any.items(), columns);
      if (oneOf != null) {
        return oneOf;
      }
      List<RowTest> items = bind(any.items(), columns);
      return row -> items.stream().anyMatch(item -> item.holds(row));
    } else if (check instanceof Check.Test test) {
      return of(test, columns);
    }
    throw new IllegalArgumentException("no check of rows: " + check);
  }

  private static List<RowTest> bind(List<Check> checks, Columns columns) {
    List<RowTest> items = new ArrayList<>();
    checks.forEach(item -> items.add(of(item, columns)));
    return items;
  }

  /** One column with one of some values is looked up, not tried. */
  private static @Nullable RowTest oneOf(List<Check> items, Columns columns) {
    Set<String> values = new HashSet<>();
    String column = null;
    for (Check item : items) {
      if (!(item instanceof Check.Test test)
          || !test.function().equals("CheckValue")
          || test.number()
          || test.value() == null
          || (column != null && !column.equals(test.columns().get(0)))) {
        return null;
      }
      column = test.columns().get(0);
      values.add(test.value());
    }
    int at = column == null ? -1 : columns.place(column);
    return row -> at >= 0 && row[at] != null && values.contains(row[at]);
  }

  private static RowTest of(Check.Test test, Columns columns) {
    int a = columns.place(test.columns().get(0));
    int b = test.columns().size() < 2 ? -1 : columns.place(test.columns().get(1));
    int c = test.columns().size() < 3 ? -1 : columns.place(test.columns().get(2));
    return switch (test.function()) {
      case "CheckValue" -> row -> equal(at(row, a), test);
      case "CheckNotValue" -> row -> !equal(at(row, a), test);
      case "CheckSameValue" -> row -> same(at(row, a), at(row, b));
      case "CheckNotSameValue" -> row -> !same(at(row, a), at(row, b));
      case "TypeString" -> row -> true; // every field of a CSV file is text
      case "FormatString" -> each(a, FocusText::string);
      case "TypeDecimal", "CheckDecimalValue" -> each(a, text -> FocusText.decimal(text) != null);
      case "FormatNumeric" -> each(a, FocusText::numeric);
      case "TypeDateTime", "FormatDateTime" -> each(a, FocusText::dateTime);
      case "FormatUnit" -> each(a, FocusText::unit);
      case "FormatCurrency" -> each(a, FocusText::currency);
      case "CheckNationalCurrency" -> each(a, Currencies::isCode);
      case "FormatKeyValue" -> each(a, KeyValueText::matches);
      case "CheckGreaterOrEqualThanValue" -> atLeast(a, String.valueOf(test.value()));
      case "ColumnByColumnEqualsColumnValue" -> row -> product(at(row, a), at(row, b), at(row, c));
      default -> throw new IllegalArgumentException("unknown check " + test.function());
    };
  }

  private static @Nullable String at(@Nullable String[] row, int place) {
    return place < 0 ? null : row[place];
  }

  /** Rows repeat what they say: what was found last is kept. */
  private static RowTest each(int place, Predicate<String> test) {
    String[] last = {""};
    boolean[] held = {test.test("")};
    return row -> {
      String text = at(row, place);
      if (text == null) {
        return true; // null has no format; whether it may be is another rule
      }
      if (!text.equals(last[0])) {
        held[0] = test.test(text);
        last[0] = text;
      }
      return held[0];
    };
  }

  private static boolean equal(@Nullable String text, Check.Test test) {
    String value = test.value();
    if (text == null || value == null) {
      return text == null && value == null;
    }
    if (!test.number()) {
      return text.equals(value);
    }
    BigDecimal number = FocusText.decimal(text);
    return number != null && number.compareTo(new BigDecimal(value)) == 0;
  }

  private static boolean same(@Nullable String a, @Nullable String b) {
    return a == null ? b == null : a.equals(b);
  }

  private static RowTest atLeast(int place, String least) {
    BigDecimal bound = new BigDecimal(least);
    return each(
        place,
        text -> {
          BigDecimal number = FocusText.decimal(text);
          return number != null && number.compareTo(bound) >= 0;
        });
  }

  private static boolean product(@Nullable String a, @Nullable String b, @Nullable String c) {
    if (a == null || b == null) {
      return true; // nothing to multiply
    }
    BigDecimal left = FocusText.decimal(a);
    BigDecimal right = FocusText.decimal(b);
    BigDecimal result = c == null ? null : FocusText.decimal(c);
    return left != null
        && right != null
        && result != null
        && left.multiply(right).compareTo(result) == 0;
  }
}
