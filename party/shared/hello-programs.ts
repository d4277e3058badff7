/** A program to begin with in each language that runs on a server: it reads a line and greets whoever stands there. */

/** Apart from what it brings in, so that nothing that reads this file takes it for an import of its own. */
const GO_PACKAGES = '(\n\t"bufio"\n\t"fmt"\n\t"os"\n)';

export const HELLO_PROGRAMS: Readonly<Record<string, string>> = {
  java: `import java.util.Scanner;

public class Main {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        String name = in.hasNextLine() ? in.nextLine() : "world";
        System.out.println("Hello, " + name + "!");
    }
}
`,
  csharp: `using System;

class Program
{
    static void Main()
    {
        string name = Console.ReadLine() ?? "world";
        Console.WriteLine("Hello, " + name + "!");
    }
}
`,
  go: `package main

import ${GO_PACKAGES}

func main() {
	name := "world"
	in := bufio.NewScanner(os.Stdin)
	if in.Scan() {
		name = in.Text()
	}
	fmt.Printf("Hello, %s!\\n", name)
}
`,
  rust: `use std::io;

fn main() {
    let mut line = String::new();
    io::stdin().read_line(&mut line).expect("input is text");
    println!("Hello, {}!", line.trim_end());
}
`,
  kotlin: `fun main() {
    val name = readLine() ?: "world"
    println("Hello, $name!")
}
`,
  ruby: `name = gets&.chomp || "world"
puts "Hello, #{name}!"
`,
  php: `<?php
$name = trim(fgets(STDIN) ?: "world");
echo "Hello, $name!\\n";
`,
  c: `#include <stdio.h>

int main(void) {
    char name[100] = "world";
    scanf("%99[^\\n]", name);
    printf("Hello, %s!\\n", name);
}
`,
  cpp: `#include <iostream>
#include <string>

int main() {
    std::string name = "world";
    std::getline(std::cin, name);
    std::cout << "Hello, " << name << "!\\n";
}
`,
  swift: `let name = readLine() ?? "world"
print("Hello, \\(name)!")
`,
  shell: `read -r name
echo "Hello, \${name:-world}!"
`,
};

/** What they read where nobody gives them anything else, and what they print then. */
export const HELLO_INPUT = 'Ada\n';
export const HELLO_OUTPUT = 'Hello, Ada!\n';
