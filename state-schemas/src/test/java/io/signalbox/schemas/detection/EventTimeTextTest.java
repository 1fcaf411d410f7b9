// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2014-04-01 09:30:05|2014-04-01T09:30:05Z",
        "2014-04-01T09:30:05|2014-04-01T09:30:05Z",
        "2014-04-01T09:30:05Z|2014-04-01T09:30:05Z",
        "2014-04-01 09:30:05.000000|2014-04-01T09:30:05Z",
        "2014-04-01T09:30:05.1|2014-04-01T09:30:05.100Z",
        "2014-04-01T09:30:05.123456789Z|2014-04-01T09:30:05.123Z",
        "2014-04-01T09:30:05+02:00|2014-04-01T07:30:05Z",
        "2014-04-01T09:30:05-0130|2014-04-01T11:00:05Z",
        "2014-04-01 09:30:05 +02|2014-04-01T07:30:05Z",
        "2014-04-01T09:30|2014-04-01T09:30:00Z",
        "2014-04-01T24:00|2014-04-02T00:00:00Z",
        "2016-12-31T23:59:60Z|2017-01-01T00:00:00Z",
        "2014-04-01|2014-04-01T00:00:00Z",
        "20140401T093005Z|2014-04-01T09:30:05Z",
        "20140401T0930|2014-04-01T09:30:00Z",
        "1491041280|2017-04-01T10:08:00Z",
        "1491041280.25|2017-04-01T10:08:00.250Z",
        "1.49104128e9|2017-04-01T10:08:00Z",
        "1491041280000|2017-04-01T10:08:00Z",
        "1491041280000000|2017-04-01T10:08:00Z",
        "1491041280000000000|2017-04-01T10:08:00Z",
        "0|1970-01-01T00:00:00Z",
        "-60|1969-12-31T23:59:00Z"
      })
  void timesAreReadInEveryUsualForm(String text, String expected) {
    assertEquals(
        Instant.parse(expected), Instant.ofEpochMilli(EventTimeText.parse("  " + text + " ")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "now",
        "2014-02-30",
        "2014-13-01",
        "2014-04-01 25:00",
        "2014-04-01T24:01",
        "2014-04-01T09:30:05.",
        "2014-04-01T09:30:05X",
        "2014-04-01T09:30:05+",
        "2014-04-01 ",
        "01/04/2014 09:30",
        "2014-4-1",
        "NaN",
        "1e400",
        "2014-04-01T09:30:05Z,",
        "0000-01-01"
      })
  void whatIsNoTimeIsSaidToBeNone(String text) {
    // A date with a space behind it is a date.
    long expected = text.equals("2014-04-01 ") ? 1_396_310_400_000L : EventTimeText.NONE;
    assertEquals(expected, EventTimeText.parse(text));
  }

  @Property(tries = 300)
  void everyInstantIsReadBack(@ForAll @LongRange(min = 0, max = 4_102_444_800_000L) long atMs) {
    String iso = Instant.ofEpochMilli(atMs).toString();
    assertEquals(atMs, EventTimeText.parse(iso));
    assertEquals(atMs, EventTimeText.parse(iso.replace('T', ' ').replace("Z", "")));
  }

  @Property(tries = 300)
  void noTextBreaksTheReader(@ForAll String text) {
    long at = EventTimeText.parse(text);
    assertEquals(at, EventTimeText.parse(text));
  }
}
