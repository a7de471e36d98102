// An echo server with one goroutine for each client.
package main

import (
	"log"
	"net"
	"os"
	"time"
)

const (
	prefix         = "Echo: "
	largestMessage = 65536
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: echo PORT")
	}
	listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", os.Args[1]))
	if err != nil {
		log.Fatal(err)
	}
	for {
		conn, err := listener.Accept()
		if err != nil {
			time.Sleep(10 * time.Millisecond) // Too many files are open: some client has to leave first.
			continue
		}
		go echo(conn)
	}
}

// echo answers the messages of one client until it, or its connection, ends.
func echo(conn net.Conn) {
	defer conn.Close()
	// Messages are read to where they belong in the reply, so that each reply is one write and no copy.
	reply := make([]byte, len(prefix)+largestMessage)
	copy(reply, prefix)
	for {
		n, err := conn.Read(reply[len(prefix):])
		if n > 0 {
			if _, err := conn.Write(reply[:len(prefix)+n]); err != nil {
				return
			}
		}
		if err != nil {
			return
		}
	}
}
