// A goroutine a connection: one read, every line of it prefixed, one write. Go's runtime spreads goroutines over all cores.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"net"
	"os"
)

const readSize = 65536

var prefix = []byte("Echo: ")

func serve(connection net.Conn) {
	defer connection.Close()
	read := make([]byte, readSize)
	var partial, replies []byte
	for {
		length, err := connection.Read(read)
		replies = replies[:0]
		rest := read[:length]
		for {
			lf := bytes.IndexByte(rest, '\n')
			if lf < 0 {
				break
			}
			replies = append(replies, prefix...)
			replies = append(replies, partial...)
			replies = append(replies, rest[:lf+1]...)
			partial = partial[:0]
			rest = rest[lf+1:]
		}
		partial = append(partial, rest...)
		if err != nil && len(partial) > 0 {
			replies = append(replies, prefix...)
			replies = append(replies, partial...)
		}
		if len(replies) > 0 {
			if _, failed := connection.Write(replies); failed != nil {
				return
			}
		}
		if err != nil {
			return
		}
	}
}

func main() {
	port := flag.Int("port", 5000, "port to listen on; 0 picks a free one")
	flag.Parse()
	listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", *port))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Printf("go listening on %s\n", listener.Addr())
	for {
		connection, err := listener.Accept()
		if err != nil {
			continue
		}
		// Nagle's algorithm is off for every TCP connection of this package.
		go serve(connection)
	}
}
