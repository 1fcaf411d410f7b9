// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Joins the first group of two requests into one, so that what is singular in it comes twice. */
final class Merged {
  private Merged() {}

  static byte[] groups(byte[] first, byte[] second) throws IOException {
    ByteArrayOutputStream group = new ByteArrayOutputStream();
    for (byte[] request : new byte[][] {first, second}) {
      CodedInputStream in = CodedInputStream.newInstance(request);
      if (in.readTag() != 0) {
        group.write(in.readByteArray());
      }
    }
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(joined);
    out.writeByteArray(1, group.toByteArray());
    out.flush();
    return joined.toByteArray();
  }
}
