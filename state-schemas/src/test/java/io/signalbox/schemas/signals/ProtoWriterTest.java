// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ProtoWriterTest {
  @Property
  void everyScalarIsWrittenAsTheProtobufLibraryWritesIt(
      @ForAll @IntRange(min = 1, max = (1 << 28) - 1) int field,
      @ForAll long number,
      @ForAll int small,
      @ForAll double real,
      @ForAll byte[] bytes)
      throws IOException {
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    CodedOutputStream theirs = CodedOutputStream.newInstance(expected);
    theirs.writeUInt64(field, number);
    theirs.writeSInt32(field, small);
    theirs.writeFixed64(field, number);
    theirs.writeFixed32(field, small);
    theirs.writeDouble(field, real);
    theirs.writeByteArray(field, bytes);
    theirs.writeByteArray(field, ByteBuffer.allocate(16).putLong(number).putLong(~number).array());
    theirs.writeByteArray(field, ByteBuffer.allocate(8).putLong(number).array());
    theirs.flush();

    ProtoWriter ours = new ProtoWriter(1);
    ours.varint(field, number).zigzag(field, small).fixed64(field, number).fixed32(field, small);
    ours.number(field, real).bytes(field, bytes);
    ours.bytes16(field, number, ~number).bytes8(field, number);
    assertArrayEquals(expected.toByteArray(), ours.toBytes());
  }

  @Property
  void textOfAnyScriptAndLengthIsWrittenAsTheProtobufLibraryWritesIt(
      @ForAll String text, @ForAll @IntRange(max = 40_000) int padding) {
    String value = text + "x".repeat(padding);
    AnyValue expected = AnyValue.newBuilder().setStringValue(value).build();
    ProtoWriter ours = new ProtoWriter(16).text(1, value);
    assertArrayEquals(expected.toByteArray(), ours.toBytes());
  }

  @Property
  void nestedMessagesOfAnyLengthHaveTheShortestLengthPrefix(
      @ForAll @IntRange(max = 20_000) int inside, @ForAll @IntRange(max = 300) int before) {
    ProtoWriter ours = new ProtoWriter(16);
    int outer = ours.begin(1);
    ours.raw(new byte[0]).bytes(3, new byte[before]);
    int inner = ours.begin(2);
    ours.bytes(4, new byte[inside]);
    ours.end(inner);
    ours.end(outer);

    ProtoWriter deepest = new ProtoWriter(16).bytes(4, new byte[inside]);
    ProtoWriter middle = new ProtoWriter(16).bytes(3, new byte[before]).bytes(2, deepest.toBytes());
    assertArrayEquals(new ProtoWriter(16).bytes(1, middle.toBytes()).toBytes(), ours.toBytes());
  }

  @Test
  void anExportRequestReadsBackAsItWasWritten() throws IOException {
    ProtoWriter resource = new ProtoWriter(64);
    int mark = resource.begin(1);
    OtlpWriter.attribute(resource, 1, "service.name", "cart");
    OtlpWriter.attribute(resource, 1, "replicas", 3L);
    OtlpWriter.attribute(resource, 1, "share", 0.25);
    OtlpWriter.attribute(resource, 1, "canary", true);
    resource.end(mark);
    ProtoWriter scope = new ProtoWriter(64);
    mark = scope.begin(1);
    scope.text(1, "lib");
    scope.end(mark);
    ProtoWriter span = new ProtoWriter(64);
    mark = span.begin(2);
    span.bytes8(2, 7).text(5, "GET");
    span.end(mark);

    ProtoWriter out = new ProtoWriter(64);
    OtlpWriter.resourceItems(
        out, resource.toBytes(), scope.toBytes(), List.of(span.toBytes()), "https://schema");
    assertEquals(expectedRequest(), ExportTraceServiceRequest.parseFrom(out.toBytes()));
  }

  private static ExportTraceServiceRequest expectedRequest() {
    Resource resource =
        Resource.newBuilder()
            .addAttributes(pair("service.name", AnyValue.newBuilder().setStringValue("cart")))
            .addAttributes(pair("replicas", AnyValue.newBuilder().setIntValue(3)))
            .addAttributes(pair("share", AnyValue.newBuilder().setDoubleValue(0.25)))
            .addAttributes(pair("canary", AnyValue.newBuilder().setBoolValue(true)))
            .build();
    Span span =
        Span.newBuilder()
            .setSpanId(ByteString.copyFrom(new byte[] {0, 0, 0, 0, 0, 0, 0, 7}))
            .setName("GET")
            .build();
    ScopeSpans scope =
        ScopeSpans.newBuilder()
            .setScope(InstrumentationScope.newBuilder().setName("lib"))
            .addSpans(span)
            .build();
    ResourceSpans spans =
        ResourceSpans.newBuilder()
            .setResource(resource)
            .addScopeSpans(scope)
            .setSchemaUrl("https://schema")
            .build();
    return ExportTraceServiceRequest.newBuilder().addResourceSpans(spans).build();
  }

  private static KeyValue pair(String key, AnyValue.Builder value) {
    return KeyValue.newBuilder().setKey(key).setValue(value).build();
  }
}
