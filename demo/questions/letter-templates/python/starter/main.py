def fill(template, data):
    """The template with its fields replaced."""
    for name, value in data.items():
        template = template.replace("{{" + name + "}}", str(value))
    return template
