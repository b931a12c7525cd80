package io.newsledger.producer.watch;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://127.1.2.3/",
        "http://[::1]/",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://172.16.5.5/",
        "http://169.254.169.254/latest",
        "http://100.64.0.1/",
        "http://0.0.0.0/",
        "http://[fe80::1]/",
        "http://[fc00::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
        "file:///etc/passwd",
        "ftp://8.8.8.8/",
        "http://user@8.8.8.8/",
        "http:///x",
      })
  void addressesThatAreNotPublicAreRefused(String address) {
    AddressGuard guard = AddressGuard.publicOnly(host -> List.of(InetAddress.getByName(host)));
    assertThrows(IOException.class, () -> guard.check(URI.create(address)));
  }

  @Test
  void publicAddressesAreLetThroughUnlessOneOfAHostsIsNot() throws Exception {
    InetAddress open = InetAddress.getByName("93.184.216.34");
    InetAddress own = InetAddress.getByName("10.0.0.1");
    URI address = URI.create("https://street.example/feed");
    AddressGuard.publicOnly(host -> List.of(open, InetAddress.getByName("2606:2800::1")))
        .check(address);
    assertThrows(
        FetchException.class,
        () -> AddressGuard.publicOnly(host -> List.of(open, own)).check(address));
  }
}
