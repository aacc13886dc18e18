package org.palimpsest.installer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativesTest {
  private final Natives natives = new Natives(Platform.LINUX, "x86_64");

  @ParameterizedTest
  @CsvSource({
    "pytorch/cpu/linux-x86_64/libtorch_cpu.so, out",
    "pytorch/cpu/linux-x86_64/libgomp-98b21ff3.so.1, out",
    "native/lib/pytorch.properties, stays",
    "jnilib/linux-x86_64/cpu/libdjl_torch.so, out",
    "jnilib/linux-x86_64/cu128/libdjl_torch.so, stays",
    "jnilib/win-x86_64/cu128/djl_torch.dll, out",
    "jnilib/linux-aarch64/cpu/libdjl_torch.so, out",
    "com/sun/jna/linux-x86-64/libjnidispatch.so, told",
    "com/sun/jna/darwin-aarch64/libjnidispatch.jnilib, out",
    "org/sqlite/native/Linux/x86_64/libsqlitejdbc.so, told",
    "org/sqlite/native/Linux-Musl/x86_64/libsqlitejdbc.so, out",
    "org/sqlite/native/FreeBSD/x86_64/libsqlitejdbc.so, out",
    "org/sqlite/JDBC.class, stays",
    "META-INF/services/java.sql.Driver, stays"
  })
  void anEntryStaysIsLeftOutOrLiesBesideTheJars(String entry, String place) {
    assertThat(natives.isLeftOut(entry)).isEqualTo(!place.equals("stays"));
    assertThat(natives.isTold(entry)).isEqualTo(place.equals("told"));
  }
}
