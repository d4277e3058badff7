#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Node {
  char *word;
  struct Node *next;
} Node;

static Node *push(Node *head, const char *word) {
  Node *node = malloc(sizeof *node);
  node->word = malloc(strlen(word) + 1);
  strcpy(node->word, word);
  node->next = head;
  return node;
}

static Node *reversed(Node *head) {
  Node *result = NULL;
  while (head) {
    Node *next = head->next;
    head->next = result;
    result = head;
    head = next;
  }
  return result;
}

static int byLength(const void *one, const void *other) {
  size_t a = strlen(*(char *const *)one), b = strlen(*(char *const *)other);
  return a < b ? -1 : a > b;
}

int main(void) {
  char line[100];
  Node *list = NULL;
  while (fgets(line, sizeof line, stdin)) {
    line[strcspn(line, "\n")] = 0;
    list = push(list, line);
  }
  list = reversed(list);
  const char *sorted[10];
  size_t count = 0;
  for (Node *node = list; node; node = node->next) {
    printf("%-8s|%3zu\n", node->word, strlen(node->word));
    sorted[count++] = node->word;
  }
  qsort(sorted, count, sizeof *sorted, byLength);
  for (size_t i = 0; i < count; i++) printf("%s%s", sorted[i], i + 1 < count ? ", " : "\n");
  printf("%.3f %05d %x %c %lld %s\n", 2.0 / 3, 42, 255, 'z', 1LL << 40, "end");
  return count == 3 ? 0 : 1;
}
