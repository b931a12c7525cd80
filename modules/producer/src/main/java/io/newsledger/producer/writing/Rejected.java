package io.newsledger.producer.writing;

import io.newsledger.events.RejectReason;
import io.newsledger.producer.input.Original;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Something that was refused.
 *
 * @param id 32 hexadecimal digits of its origin and bytes
 * @param origin where it came from
 * @param reason kind of reason
 * @param detail the reason in words
 * @param size how many bytes it had
 * @param parts its bytes, as far as they are kept
 * @param open whether it is still refused; not so when it was sent again and read
 */
public record Rejected(
    String id,
    String origin,
    RejectReason reason,
    String detail,
    long size,
    List<ByteBuffer> parts,
    boolean open) {
  public Rejected {
    parts = List.copyOf(parts);
  }

  /** Its bytes. */
  public Original original() {
    return new Original(parts.stream().map(ByteBuffer::asReadOnlyBuffer).toList(), size);
  }

  /** Whether all bytes are kept, and there are any: only then can it be read again. */
  public boolean isWhole() {
    return size > 0 && !original().isCut();
  }
}
