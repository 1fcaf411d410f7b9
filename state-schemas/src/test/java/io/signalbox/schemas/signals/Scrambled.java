// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/**
 * Writes the same message another way: fields in any order, packed numbers one by one, unknown
 * fields in between. Fields of one number keep their order, as repetition has meaning.
 */
final class Scrambled {
  private final Random random;

  Scrambled(long seed) {
    random = new Random(seed);
  }

  byte[] of(Descriptor type, byte[] message) throws IOException {
    Map<Integer, Deque<byte[]>> fields = new TreeMap<>();
    List<Integer> order = new ArrayList<>();
    CodedInputStream in = CodedInputStream.newInstance(message);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      int number = WireFormat.getTagFieldNumber(tag);
      for (byte[] field : rewrite(type.findFieldByNumber(number), tag, in)) {
        fields.computeIfAbsent(number, first -> new ArrayDeque<>()).add(field);
        order.add(number);
      }
    }
    Collections.shuffle(order, random);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int number : order) {
      if (random.nextInt(4) == 0) {
        out.write(unknown());
      }
      out.write(Objects.requireNonNull(fields.get(number)).remove());
    }
    return out.toByteArray();
  }

  private List<byte[]> rewrite(FieldDescriptor field, int tag, CodedInputStream in)
      throws IOException {
    int number = field.getNumber();
    if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
      return List.of(write(out -> copyScalar(tag, in, out)));
    }
    byte[] content = in.readByteArray();
    if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
      byte[] inner = of(field.getMessageType(), content);
      return List.of(write(out -> out.writeByteArray(number, inner)));
    }
    if (!field.isPacked() || random.nextBoolean()) {
      return List.of(write(out -> out.writeByteArray(number, content)));
    }
    List<byte[]> single = new ArrayList<>();
    int type = field.getLiteType().getWireType();
    CodedInputStream packed = CodedInputStream.newInstance(content);
    while (!packed.isAtEnd()) {
      single.add(write(out -> copyScalar(number << 3 | type, packed, out)));
    }
    return single;
  }

  private static void copyScalar(int tag, CodedInputStream in, CodedOutputStream out)
      throws IOException {
    out.writeUInt32NoTag(tag);
    switch (WireFormat.getTagWireType(tag)) {
      case WireFormat.WIRETYPE_VARINT -> out.writeUInt64NoTag(in.readRawVarint64());
      case WireFormat.WIRETYPE_FIXED64 -> out.writeFixed64NoTag(in.readRawLittleEndian64());
      default -> out.writeFixed32NoTag(in.readRawLittleEndian32());
    }
  }

  private byte[] unknown() throws IOException {
    int number = 2000 + random.nextInt(5);
    return write(
        out -> {
          switch (random.nextInt(5)) {
            case 0 -> out.writeUInt64(number, random.nextLong());
            case 1 -> out.writeFixed64(number, random.nextLong());
            case 2 -> out.writeFixed32(number, random.nextInt());
            case 3 -> out.writeString(number, "unknown");
            default -> {
              out.writeTag(number, WireFormat.WIRETYPE_START_GROUP);
              out.writeUInt64(1, 7);
              out.writeTag(2, WireFormat.WIRETYPE_START_GROUP);
              out.writeTag(2, WireFormat.WIRETYPE_END_GROUP);
              out.writeTag(number, WireFormat.WIRETYPE_END_GROUP);
            }
          }
        });
  }

  private interface Writing {
    void to(CodedOutputStream out) throws IOException;
  }

  private static byte[] write(Writing writing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    writing.to(out);
    out.flush();
    return bytes.toByteArray();
  }
}
