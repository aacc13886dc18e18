package org.palimpsest.registry.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class UnpicklerTest {
  private static final int PIECE = 1 << 20;

  @Test
  void readsPlainValues() throws FormatException {
    PickleWriter out = PickleWriter.protocol2().ops("](");
    out.number(7).number(-1).number(1L << 40).real(0.1).flag(true).op('N').text("grüß");
    out.op(0x8a, 0).op(0x8a, 9).int64(0).op(1).op('U', 1, 0xe9).op('C', 2, 1, 2);
    assertThat(items(out.op('e').stop()))
        .containsExactly(
            7L,
            -1L,
            1L << 40,
            0.1,
            true,
            PickleAtom.NONE,
            "grüß",
            0L,
            BigInteger.ONE.shiftLeft(64),
            "é",
            new byte[] {1, 2});
  }

  @Test
  void readsTheOrderedDictionaryOfPython2() throws FormatException {
    PickleWriter out = PickleWriter.protocol2().global("collections", "OrderedDict");
    out.ops("](](").text("a").number(1).ops("e](").text("b").number(2);
    PickleDict dict = (PickleDict) read(out.op('e', 'e', 0x85, 'R').stop());
    assertThat(dict.entries()).containsEntry("a", 1L).containsEntry("b", 2L).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "os, system",
    "posix, system",
    "nt, system",
    "subprocess, Popen",
    "builtins, eval",
    "builtins, getattr",
    "__builtin__, exec",
    "__builtin__, apply",
    "torch.hub, load",
    "torch.nn.modules.linear, Linear",
    "torch, load",
    "torch._utils, _rebuild_qtensor",
    "torch, ComplexFloatStorage",
    "collections, OrderedDict.popitem",
    "torch, FloatStorage.dtype",
    "copyreg, _reconstructor",
    "numpy, load",
    "__torch__, Net",
    "__main__, MaskCLIP"
  })
  void everyOtherNameIsRefusedWithItsPlace(String module, String name) {
    byte[] plain =
        PickleWriter.protocol2().global(module, name).op('(').text("id").ops("tR").stop();
    assertRefused("FMT-41", plain)
        .hasMessage(
            "its pickle refers to \"%s.%s\" at byte 2, which is not among the names a checkpoint"
                + " may use.",
            module, name);
    byte[] fromStack = PickleWriter.protocol2().text(module).text(name).op(0x93).stop();
    assertRefused("FMT-41", fromStack).hasMessageContaining("\"" + module + "." + name + "\"");
  }

  @Test
  void aNameCannotBeSmuggledInByALineBreakOrABlank() {
    assertRefused("FMT-41", PickleWriter.protocol2().text("torch").text("Size\n").op(0x93).stop());
    assertRefused("FMT-41", PickleWriter.protocol2().global("torch ", "Size").stop());
    assertRefused("FMT-41", PickleWriter.protocol2().text("").text("torch Size").op(0x93).stop());
    assertRefused("FMT-41", PickleWriter.protocol2().global("\u001b[2Jos", "system").stop())
        .hasMessageContaining("\"?[2Jos.system\"");
  }

  @ParameterizedTest
  @CsvSource({
    "i, INST",
    "o, OBJ",
    "P, PERSID",
    "S, STRING",
    "V, UNICODE",
    "F, FLOAT",
    "L, LONG",
    "g, GET",
    "p, PUT",
    "0, POP",
    "1, POP_MARK",
    "2, DUP",
    "l, LIST",
    "d, DICT",
    "\u0082, EXT1",
    "\u0083, EXT2",
    "\u0084, EXT4",
    "\u0096, BYTEARRAY8",
    "\u0097, NEXT_BUFFER",
    "\u0098, READONLY_BUFFER"
  })
  void anOperationThatNoCheckpointNeedsIsNamed(String letter, String name) {
    assertRefused("FMT-40", PickleWriter.protocol2().ops(letter).stop())
        .hasMessage(
            "its pickle uses the operation %s at byte 2, which a checkpoint does not need.", name);
  }

  @Test
  void aByteThatIsNoOperationIsRefused() {
    assertRefused("FMT-40", PickleWriter.protocol2().op('N', 0xff).stop())
        .hasMessage("its pickle has the unknown operation 0xff at byte 3.");
  }

  @Test
  void onlyNamesFromTheListCanBeCalled() {
    assertRefused("FMT-43", PickleWriter.protocol2().text("os.system").ops(")R").stop());
    assertRefused(
        "FMT-43", PickleWriter.protocol2().global("torch", "FloatStorage").ops(")R").stop());
    assertRefused("FMT-43", PickleWriter.protocol2().global("torch", "Size").ops("]R").stop());
    assertRefused("FMT-43", PickleWriter.protocol2().text("os").op(')', 0x81).stop());
    assertRefused(
        "FMT-43",
        PickleWriter.protocol2().global("argparse", "Namespace").op(')', 0x81).ops(")R").stop());
    assertRefused(
        "FMT-43",
        PickleWriter.protocol2().global("torch._utils", "_rebuild_tensor").op(')', 0x81).stop());
  }

  @Test
  void anIgnoredObjectKeepsNothingOfWhatItIsGiven() throws FormatException {
    PickleWriter out = PickleWriter.protocol2().global("argparse", "Namespace").op(')', 0x81);
    out.ops("}").text("a").text("b").ops("sb(").text("c").ops("e").text("d").ops("Ns");
    assertThat(read(out.stop())).isEqualTo(PickleAtom.INERT);
  }

  @ParameterizedTest
  @ValueSource(longs = {PIECE + 1, 1L << 31, 0xffffffffL})
  void aLongStringIsRefusedBeforeItIsMade(long length) {
    assertRefused("FMT-42", PickleWriter.protocol2().op('X').int32((int) length).stop());
    assertRefused("FMT-42", PickleWriter.protocol2().op('B').int32((int) length).stop());
    assertRefused("FMT-42", PickleWriter.protocol2().op(0x8d).int64(length).stop());
    assertRefused("FMT-42", PickleWriter.protocol2().op(0x8e).int64(-length).stop());
    assertRefused("FMT-42", PickleWriter.protocol2().op(0x8b).int32((int) length).stop());
    assertRefused("FMT-42", PickleWriter.protocol2().op('T').int32((int) length).stop());
  }

  @Test
  void aStringThatIsLongerThanTheFileIsRefused() {
    assertRefused("FMT-30", PickleWriter.protocol2().op('X').int32(1000).stop());
  }

  @Test
  void longNamesAndNumbersAreRefused() {
    assertRefused("FMT-42", PickleWriter.protocol2().ops("c" + "a".repeat(5000)).stop());
    assertRefused("FMT-42", PickleWriter.protocol2().ops("I" + "9".repeat(900) + "\n").stop());
    assertRefused("FMT-43", PickleWriter.protocol2().ops("I0x1f\n").stop());
    assertRefused("FMT-43", PickleWriter.protocol2().ops("I99999999999999999999\n").stop());
  }

  @Test
  void deepNestingIsRefused() {
    byte[] tuples = new byte[PIECE];
    Arrays.fill(tuples, (byte) 0x85);
    assertRefused("FMT-42", PickleWriter.protocol2().op(')').raw(tuples).stop())
        .hasMessageContaining("limit of 100 nested containers at byte 102");
    byte[] lists = new byte[PIECE];
    Arrays.fill(lists, (byte) ']');
    byte[] appends = new byte[PIECE - 1];
    Arrays.fill(appends, (byte) 'a');
    assertRefused("FMT-42", PickleWriter.protocol2().raw(lists).raw(appends).stop());
    assertRefused(
        "FMT-42", PickleWriter.protocol2().ops("]]]".repeat(50) + "a".repeat(149)).stop());
    assertRefused(
        "FMT-42", PickleWriter.protocol2().ops("}" + "N}".repeat(150) + "s".repeat(150)).stop());
  }

  @Test
  void marksWithoutEndAreRefused() {
    byte[] marks = new byte[2 * PIECE];
    Arrays.fill(marks, (byte) '(');
    assertRefused("FMT-42", PickleWriter.protocol2().raw(marks).stop())
        .hasMessageContaining("waiting values");
  }

  @Test
  void aFloodOfValuesIsRefused() {
    byte[] pairs = new byte[6 * PIECE];
    for (int i = 0; i < pairs.length; i += 3) {
      pairs[i] = ']';
      pairs[i + 1] = 'N';
      pairs[i + 2] = 'a';
    }
    assertRefused("FMT-42", PickleWriter.protocol2().raw(pairs).stop());
  }

  @Test
  void aFloodOfKeptValuesIsRefused() {
    PickleWriter out = PickleWriter.protocol2().op('N');
    for (int i = 0; i <= 1_000_000; i++) {
      out.keep(i * 31);
    }
    assertRefused("FMT-42", out.stop()).hasMessageContaining("kept values");
  }

  /** Each call would copy the same long list once more. */
  @Test
  void copyingAListAgainAndAgainIsRefused() {
    PickleWriter out = PickleWriter.protocol2().ops("](");
    for (int i = 0; i < 50_000; i++) {
      out.number(i).op('N', 0x86);
    }
    out.op('e', 0x85).keep(1).global("collections", "OrderedDict").keep(2).ops("(");
    for (int i = 0; i < 1_000; i++) {
      out.fetch(2).fetch(1).op('R');
    }
    assertRefused("FMT-42", out.op('t').stop()).hasMessageContaining("values");
  }

  @Test
  void nothingCanStandInsideItself() {
    assertRefused("FMT-43", PickleWriter.protocol2().op(']').keep(0).fetch(0).ops("a").stop());
    assertRefused(
        "FMT-43", PickleWriter.protocol2().op('}').keep(0).ops("N").fetch(0).ops("s").stop());
    PickleWriter loop = PickleWriter.protocol2().op(']').keep(0).op(']').keep(1).fetch(0).op('a');
    assertRefused("FMT-43", loop.fetch(0).fetch(1).ops("a\u0085").stop());
  }

  @Test
  void wrongUseOfTheStackIsRefused() {
    for (String operations :
        new String[] {
          "",
          "a",
          "Na",
          "NNa",
          "]e",
          "]NNs",
          "}Ns",
          "}(Nu",
          "t",
          "u",
          "R",
          "NR",
          "b",
          "Nb",
          "Q",
          "NQ",
          "(a",
          "](Na",
          "q\u0000",
          "h\u0007",
          "NN",
          "(N",
          "\u0093",
          "NN\u0093",
          "\u0085",
          "\u0087",
          "\u0081",
          ")b",
          "]Nb",
          "N(e",
          "\u0080\u0002"
        }) {
      assertRefused("FMT-4[34]", PickleWriter.protocol2().ops(operations).stop());
    }
  }

  @Test
  void aPickleThatDoesNotEndIsRefused() {
    for (String operations :
        new String[] {"", "X", "X\u0001\u0000\u0000\u0000", "J\u0001", "G", "c", "c\n"}) {
      assertRefused("FMT-30", PickleWriter.protocol2().ops(operations).unfinished());
    }
  }

  @Test
  void aProtocolThatIsNotKnownIsRefused() {
    assertRefused("FMT-43", new PickleWriter().op(0x80, 6, 'N').stop());
    assertRefused("FMT-43", new PickleWriter().op(0x80, 4, 0x95).int64(1 << 20).op('N').stop());
    assertRefused("FMT-43", new PickleWriter().op(0x80, 4, 0x95).int64(-1).op('N').stop());
  }

  @Test
  void aKeyThatOccursTwiceIsRefused() {
    PickleWriter out = PickleWriter.protocol2().op('}').text("a").op('N', 's');
    assertRefused("FMT-43", out.text("a").op('N', 's').stop()).hasMessageContaining("\"a\" twice");
  }

  @Test
  void whatIsNoStorageCannotBeReferredTo() {
    PickleWriter module = PickleWriter.protocol2().op('(').text("module").text("Net").text("code");
    assertRefused("FMT-44", module.ops("tQ").stop());
    assertRefused("FMT-44", PickleWriter.protocol2().storage("FloatStorage", "0", -1).stop());
    assertRefused("FMT-44", PickleWriter.protocol2().text("storage").op('Q').stop());
    PickleWriter view = PickleWriter.protocol2().op('(').text("storage");
    view.global("torch", "FloatStorage").text("0").text("cpu").number(1).text("view").ops("tQ");
    assertRefused("FMT-44", view.stop());
    PickleWriter twice = PickleWriter.protocol2().op('(').storage("FloatStorage", "0", 1);
    assertRefused("FMT-43", twice.storage("HalfStorage", "0", 1).op('t').stop());
  }

  @Test
  void aTensorDescribedInAnotherWayIsRefused() {
    long[] two = {2};
    for (PickleWriter arguments :
        new PickleWriter[] {
          new PickleWriter(),
          new PickleWriter().op('N').number(0).numbers(2).numbers(1),
          new PickleWriter().storage("FloatStorage", "0", 2).number(-1).numbers(2).numbers(1),
          new PickleWriter().storage("FloatStorage", "0", 2).number(0).numbers(-2).numbers(1),
          new PickleWriter().storage("FloatStorage", "0", 2).number(0).numbers(2).numbers(-1),
          new PickleWriter().storage("FloatStorage", "0", 2).number(0).numbers(2, 1).numbers(1),
          new PickleWriter().storage("FloatStorage", "0", 2).number(0).text("2").numbers(1),
          new PickleWriter()
              .storage("FloatStorage", "0", 2)
              .number(0)
              .numbers(new long[65])
              .numbers(new long[65])
        }) {
      PickleWriter out = PickleWriter.protocol2().global("torch._utils", "_rebuild_tensor");
      assertRefused("FMT-44", out.op('(').raw(arguments.unfinished()).ops("tR").stop());
    }
    PickleWriter negated = PickleWriter.protocol2().global("torch._utils", "_rebuild_tensor_v2");
    negated.op('(').storage("FloatStorage", "0", 2).number(0).numbers(two).numbers(1).flag(false);
    negated.ops("N}").text("neg").flag(true).ops("stR");
    assertRefused("FMT-44", negated.stop()).hasMessageContaining("negated");
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
      String code, byte[] pickle) {
    return assertThatThrownBy(() -> read(pickle))
        .isInstanceOfSatisfying(
            FormatException.class, e -> assertThat(e.code()).as(e.getMessage()).matches(code))
        .hasMessageMatching("\\P{Cntrl}{1,400}\\.");
  }

  private static Object[] items(byte[] pickle) throws FormatException {
    return ((PickleList) read(pickle)).items().toArray();
  }

  private static Object read(byte[] pickle) throws FormatException {
    ByteReader in = new ByteReader(MemorySegment.ofArray(pickle), "its pickle");
    return Unpickler.read(in, new PickleGlobals(false), PickleLimits.ofCheckpoint()).value();
  }
}
