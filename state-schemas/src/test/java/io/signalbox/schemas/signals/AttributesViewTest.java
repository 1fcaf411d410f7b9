// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.resource.v1.Resource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AttributesViewTest {
  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void theHashIsTheSameInAnyOrderAndInAnyEncoding(@ForAll long seed) throws Exception {
    Resource resource = new RandomMessage(seed).like(Resource.getDefaultInstance());
    long hash = view(resource.toByteArray()).hash();
    assertEquals(hash, view(shuffled(resource, seed).toByteArray()).hash());
    byte[] scrambled = new Scrambled(seed).of(Resource.getDescriptor(), resource.toByteArray());
    assertEquals(hash, view(scrambled).hash());
    String json =
        "{\"resourceSpans\":[{\"resource\":" + new ReferenceJson(seed).of(resource) + "}]}";
    byte[] transcoded = OtlpJson.toProtobuf(SignalKind.TRACES, OtlpJsonTest.utf8(json));
    assertEquals(hash, ofRequest(transcoded).hash());
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void differentAttributesHashDifferently(@ForAll long seed) throws Exception {
    Resource one = new RandomMessage(seed).like(Resource.getDefaultInstance());
    Resource other = new RandomMessage(seed + 1).like(Resource.getDefaultInstance());
    boolean same = sorted(one).equals(sorted(other));
    assertEquals(same, view(one.toByteArray()).hash() == view(other.toByteArray()).hash());
  }

  @Test
  void theTypeOfAValueCounts() throws Exception {
    long text = view(resource(AnyValue.newBuilder().setStringValue("1"))).hash();
    long number = view(resource(AnyValue.newBuilder().setIntValue(1))).hash();
    long truth = view(resource(AnyValue.newBuilder().setBoolValue(true))).hash();
    assertNotEquals(text, number);
    assertNotEquals(number, truth);
  }

  @Test
  void valuesReadAsPeopleWriteThem() throws Exception {
    KeyValueList list =
        KeyValueList.newBuilder()
            .addValues(pair("a\"b", AnyValue.newBuilder().setIntValue(-3)))
            .addValues(pair("none", AnyValue.newBuilder()))
            .addValues(pair("flag", AnyValue.newBuilder().setBoolValue(false)))
            .build();
    ArrayValue array =
        ArrayValue.newBuilder()
            .addValues(AnyValue.newBuilder().setStringValue("x"))
            .addValues(AnyValue.newBuilder().setDoubleValue(0.5))
            .addValues(AnyValue.newBuilder().setKvlistValue(list))
            .build();
    AttributesView shown = view(resource(AnyValue.newBuilder().setArrayValue(array)));
    assertEquals("[\"x\",0.5,{\"a\\\"b\":-3,\"none\":null,\"flag\":false}]", shown.text(0));
    ArrayValue empty = ArrayValue.getDefaultInstance();
    assertEquals("[]", view(resource(AnyValue.newBuilder().setArrayValue(empty))).text(0));
  }

  @Test
  void anEmptyTextCountsAsAbsent() throws Exception {
    AttributesView shown = view(resource(AnyValue.newBuilder().setStringValue("")));
    assertEquals(0, shown.find(AttributeKey.of("key")));
    assertNull(shown.text(AttributeKey.of("key")));
    assertEquals(-1, shown.find(AttributeKey.of("other")));
  }

  @Test
  void bytesThatAreNotUtf8AreReplaced() throws Exception {
    byte[] value = new ProtoWriter(16).bytes(1, new byte[] {'a', (byte) 0xff}).toBytes();
    ProtoWriter attribute = new ProtoWriter(16).text(1, "key").bytes(2, value);
    assertEquals(
        "a\ufffd", view(new ProtoWriter(16).bytes(1, attribute.toBytes()).toBytes()).text(0));
  }

  private static byte[] resource(AnyValue.Builder value) {
    return Resource.newBuilder().addAttributes(pair("key", value)).build().toByteArray();
  }

  private static KeyValue.Builder pair(String key, AnyValue.Builder value) {
    return KeyValue.newBuilder().setKey(key).setValue(value);
  }

  private static Resource shuffled(Resource resource, long seed) {
    List<KeyValue> attributes = new ArrayList<>(resource.getAttributesList());
    Collections.shuffle(attributes, new Random(seed));
    return resource.toBuilder().clearAttributes().addAllAttributes(attributes).build();
  }

  private static List<String> sorted(Resource resource) {
    return resource.getAttributesList().stream().map(KeyValue::toString).sorted().toList();
  }

  private static AttributesView view(byte[] resource) throws IOException, MalformedTelemetry {
    byte[] group = new ProtoWriter(16).bytes(1, resource).toBytes();
    return ofRequest(new ProtoWriter(16).bytes(1, group).toBytes());
  }

  /** The view outlives the call here as nothing else is read with the same reader. */
  private static AttributesView ofRequest(byte[] request) throws MalformedTelemetry {
    List<AttributesView> views = new ArrayList<>();
    SpanVisitor visitor =
        new SpanVisitor() {
          @Override
          public void resource(ResourceView resource) {
            views.add(resource.attributes());
          }

          @Override
          public void span(SpanView span) {}
        };
    new OtlpReader().readTraces(request, 0, request.length, visitor);
    return views.get(0);
  }
}
