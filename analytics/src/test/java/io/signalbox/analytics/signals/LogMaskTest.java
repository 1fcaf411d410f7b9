// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogMaskTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "took 12ms for 3.5 MB | took <*> for <*> MB",
        "2022-06-24T18:36:15.123Z done | <*> done",
        "2022-06-24 18:36:15,123 done | <*> <*> done",
        "peer 10.100.114.150:50051 refused | peer <*> refused",
        "id 5f2b0c7e-9d1a-4f6e-8c3b-2a1d0e9f8b7c gone | id <*> gone",
        "id abcdefab-abcd-abcd-abcd-abcdefabcdef gone | id <*> gone",
        "at 0x7fff5fbff8c8 in main | at <*> in main",
        "GET /orders/123/items/9f8e7d6c | GET /orders/<*>/items/<*>",
        "user \"Ann Lee\" said 'no' | user <*> said <*>",
        "can't open s3 bucket, ipv4 only | can't open s3 bucket, ipv4 only",
        "{\"level\":\"error\",\"code\":42} | {\"level\":<*>,\"code\":<*>}",
        "pod cart-747b74467f-l49l7 is gone | pod cart-<*> is gone",
        "an open \" quote | an open \" quote",
      })
  void whatVariesIsMasked(String text, String masked) {
    assertEquals(masked, LogMask.mask(text));
  }

  @Test
  void spaceAndLineEndsBecomeSingleSpaces() {
    assertEquals("a b c", LogMask.mask("  a \t\r\n b\n\nc \n"));
    assertEquals("", LogMask.mask(" \n"));
  }

  @Test
  void aLongTextIsCutWithoutHalfACharacter() {
    assertEquals(256, LogMask.mask("x".repeat(10_000)).length());
    assertEquals(255, LogMask.mask("x" + "\ud83d\ude00".repeat(500)).length());
  }

  @Property
  void maskingTwiceIsMaskingOnce(@ForAll("lines") String line) {
    String masked = LogMask.mask(line);
    assertEquals(masked, LogMask.mask(masked));
  }

  @Property
  void anyTextIsMasked(@ForAll String text) {
    assertTrue(LogMask.mask(text).length() <= LogMask.MOST);
  }

  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.strings().withChars(" ab1\"'\\:-.,<*>{/\u00e9").ofMaxLength(60);
  }
}
