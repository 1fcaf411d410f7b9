// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.BufferUnderflowException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class FlatBytesTest {
  @Property
  void numbersAndTextsComeBack(
      @ForAll List<Long> numbers,
      @ForAll List<@CharRange(from = ' ', to = '\u07ff') String> texts,
      @ForAll double real) {
    FlatWriter out = new FlatWriter(3).real(real);
    numbers.forEach(number -> out.count(number).signed(number).fixed(number));
    texts.forEach(out::text);
    texts.forEach(out::text);
    FlatReader in = new FlatReader(out.toBytes(), 3);
    assertEquals(real, in.real());
    for (long number : numbers) {
      assertEquals(List.of(number, number, number), List.of(in.count(), in.signed(), in.fixed()));
    }
    texts.forEach(text -> assertEquals(text, in.text()));
    texts.forEach(text -> assertEquals(text, in.text()));
    assertThrows(BufferUnderflowException.class, in::count);
  }

  @Test
  void aTextIsWrittenOutOnce() {
    byte[] bytes = new FlatWriter(1).text("checkout").text("checkout").toBytes();
    assertEquals(1 + 2 + 8 + 1, bytes.length);
  }

  @Test
  void anotherVersionIsRefused() {
    byte[] bytes = new FlatWriter(2).toBytes();
    assertThrows(IllegalArgumentException.class, () -> new FlatReader(bytes, 1));
    assertThrows(IllegalArgumentException.class, () -> new FlatReader(new byte[0], 1));
  }

  @Test
  void moreItemsThanBytesAreRefused() {
    byte[] bytes = new FlatWriter(1).count(1_000_000).toBytes();
    assertThrows(IllegalArgumentException.class, () -> new FlatReader(bytes, 1).length());
  }

  @Test
  void aTextThatWasNeverWrittenIsRefused() {
    byte[] bytes = new FlatWriter(1).count(1).toBytes();
    assertThrows(IllegalArgumentException.class, () -> new FlatReader(bytes, 1).text());
  }
}
