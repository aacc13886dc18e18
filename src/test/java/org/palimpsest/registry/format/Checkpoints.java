package org.palimpsest.registry.format;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Small checkpoints in the formats of PyTorch, with a bit of everything that it writes. */
final class Checkpoints {
  private static final long[] SCALAR = {};

  private Checkpoints() {}

  /** A training state: parameters of every type and layout, an optimizer, options, numbers. */
  static byte[] training() {
    return zip(trainingPickle(), trainingStorages());
  }

  static byte[] trainingPickle() {
    PickleWriter out = PickleWriter.protocol2().ops("}(").text("model");
    out.global("collections", "OrderedDict").ops(")R").keep(1).op('(');
    out.text("plain").tensor("FloatStorage", "0", 6, 0, new long[] {2, 3}, 3, 1);
    out.text("turned").tensor("FloatStorage", "0", 6, 0, new long[] {3, 2}, 1, 3);
    out.text("repeated").tensor("FloatStorage", "0", 6, 1, new long[] {2, 2}, 0, 2);
    out.text("last").tensor("FloatStorage", "0", 6, 5, SCALAR);
    out.text("empty").tensor("FloatStorage", "0", 6, 0, new long[] {0, 3}, 3, 1);
    out.text("half").vector("HalfStorage", "1", 3);
    out.text("brain").vector("BFloat16Storage", "2", 2);
    out.text("double").vector("DoubleStorage", "3", 1);
    out.text("long").vector("LongStorage", "4", 2);
    out.text("int").vector("IntStorage", "5", 2);
    out.text("short").vector("ShortStorage", "6", 2);
    out.text("char").vector("CharStorage", "7", 2);
    out.text("byte").vector("ByteStorage", "8", 2);
    out.text("bool").vector("BoolStorage", "9", 2);
    out.text("parameter").global("torch._utils", "_rebuild_parameter").op('(');
    out.vector("HalfStorage", "1", 3).flag(true);
    out.global("collections", "OrderedDict").ops(")RtR");
    out.text("unsigned").global("torch._utils", "_rebuild_tensor_v3").op('(');
    out.op('(').text("storage").global("torch.storage", "UntypedStorage").text("11").text("cpu");
    out.number(4).ops("tQ").number(0).numbers(2).numbers(1).flag(false);
    out.global("collections", "OrderedDict").ops(")R").global("torch", "uint16").ops("tR");
    out.text("extra").op('N');
    out.ops("u}").text("_metadata").global("collections", "OrderedDict").ops(")Rsb");
    out.text("optimizer").ops("}(").text("state").ops("}").number(0).ops("}(");
    out.text("step").number(7).text("exp_avg").vector("FloatStorage", "10", 1).ops("us");
    out.text("param_groups").ops("](}(").text("lr").real(1e-4).text("betas");
    out.real(0.9).real(0.999).op(0x86).ops("ueu");
    out.text("args").global("argparse", "Namespace").op(')', 0x81).ops("}(");
    out.text("epochs").number(50).text("resume").ops("Nub");
    out.text("best").global("numpy.core.multiarray", "scalar").op('(');
    out.global("numpy", "dtype").op('(').text("f8").flag(false).flag(true).ops("tR(");
    out.number(3).text("<").ops("NNN").number(-1).number(-1).number(0).ops("tb");
    out.global("_codecs", "encode").op('(').text("\u0000\u00e0?").text("latin1").ops("tRtR");
    out.text("seed").number(1L << 40);
    return out.op('u').stop();
  }

  static byte[][] trainingStorages() {
    ByteBuffer floats = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 6; i++) {
      floats.putFloat(i + 0.5f);
    }
    ByteBuffer halves = ByteBuffer.allocate(6).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : new float[] {1, -2.5f, 65504}) {
      halves.putShort(Float.floatToFloat16(value));
    }
    return new byte[][] {
      floats.array(),
      halves.array(),
      ByteBuffer.allocate(4)
          .order(ByteOrder.LITTLE_ENDIAN)
          .putShort((short) 0x3fc0)
          .putShort((short) 0xc000)
          .array(),
      ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(0.1).array(),
      ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(1L << 40).putLong(-1).array(),
      ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(1 << 20).putInt(-2).array(),
      ByteBuffer.allocate(4)
          .order(ByteOrder.LITTLE_ENDIAN)
          .putShort((short) 3000)
          .putShort((short) -3)
          .array(),
      {4, -4},
      {5, -5},
      {1, 0},
      ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(9).array(),
      ByteBuffer.allocate(4)
          .order(ByteOrder.LITTLE_ENDIAN)
          .putShort((short) 40_000)
          .putShort((short) 2)
          .array()
    };
  }

  /** A checkpoint of the zip format around a pickle. */
  static byte[] zip(byte[] pickle, byte[]... storages) {
    return archive(pickle, storages).finish();
  }

  static ArchiveWriter archive(byte[] pickle, byte[]... storages) {
    ArchiveWriter out =
        new ArchiveWriter().entry("archive/data.pkl", pickle).entry("archive/byteorder", "little");
    for (int i = 0; i < storages.length; i++) {
      out.entry("archive/data/" + i, storages[i]);
    }
    return out.entry("archive/version", "3\n");
  }

  /** A TorchScript archive of a module in a module. */
  static byte[] script() {
    return script(
        scriptPickle(),
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(0.5f).array(),
        new byte[] {0, 0x3c, 0, (byte) 0xc0});
  }

  static byte[] scriptPickle() {
    PickleWriter out = PickleWriter.protocol2().global("__torch__", "Net").op(')', 0x81);
    out.ops("}(").text("scale").tensor("FloatStorage", "0", 1, 0, SCALAR);
    out.text("training").flag(true).text("sizes");
    out.global("torch.jit._pickle", "build_intlist").ops("(](").number(7).ops("etR");
    out.text("inner").global("__torch__.___torch_mangle_1", "Part").op(')', 0x81).ops("}(");
    out.text("weight").vector("HalfStorage", "1", 2).text("training").flag(true).ops("ubub");
    return out.stop();
  }

  static byte[] script(byte[] pickle, byte[]... storages) {
    ArchiveWriter out = new ArchiveWriter().entry("net/data.pkl", pickle);
    for (int i = 0; i < storages.length; i++) {
      out.entry("net/data/" + i, storages[i]);
    }
    out.entry("net/code/__torch__.py", 0x808, 8, 0, 500, new byte[] {3, 0});
    return out.entry("net/constants.pkl", PickleWriter.protocol2().op(')').stop())
        .entry("net/version", "3\n")
        .finish();
  }

  /** A checkpoint of the format before 1.6 with two parameters. */
  static byte[] legacy() {
    byte[] content =
        PickleWriter.protocol2()
            .ops("}(")
            .text("state_dict")
            .ops("}(")
            .text("module.a")
            .global("torch._utils", "_rebuild_tensor_v2")
            .op('(')
            .legacyStorage("FloatStorage", "94", 2)
            .layout(0, new long[] {2}, 1)
            .text("module.b")
            .global("torch._utils", "_rebuild_tensor")
            .op('(')
            .legacyStorage("LongStorage", "17", 1)
            .number(0)
            .numbers(1)
            .numbers(1)
            .ops("tRu")
            .text("epoch")
            .number(3)
            .op('u')
            .stop();
    ByteBuffer storages = ByteBuffer.allocate(8 + 8 + 8 + 8).order(ByteOrder.LITTLE_ENDIAN);
    storages.putLong(1).putLong(42).putLong(2).putFloat(1.5f).putFloat(-2);
    return legacy(1001, true, content, keys("17", "94"), storages.array());
  }

  static byte[] keys(String... keys) {
    PickleWriter out = PickleWriter.protocol2().ops("](");
    for (String key : keys) {
      out.text(key);
    }
    return out.op('e').stop();
  }

  static byte[] legacy(int version, boolean little, byte[] content, byte[] keys, byte[] storages) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        PickleWriter.protocol2()
            .op(0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19)
            .stop());
    out.writeBytes(PickleWriter.protocol2().number(version).stop());
    out.writeBytes(
        PickleWriter.protocol2()
            .ops("}(")
            .text("protocol_version")
            .number(1001)
            .text("little_endian")
            .flag(little)
            .text("type_sizes")
            .ops("}(")
            .text("long")
            .number(4)
            .ops("uu")
            .stop());
    out.writeBytes(content);
    out.writeBytes(keys);
    out.writeBytes(storages);
    return out.toByteArray();
  }
}
