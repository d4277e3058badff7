import alpha

print(alpha.value(), alpha.beta.name, alpha is __import__("alpha"))
import gamma
