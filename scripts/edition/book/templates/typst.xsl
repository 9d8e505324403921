<!-- Writes the body of a chapter as calls of the functions of book.typ.

Text is always written as a string (`#"…";`), so that nothing in it is markup. Functions that begin
with `py:` are those of typst_markup.py. A note becomes a footnote where its mark is.

In mode `call` an element becomes a call, in mode `item` what a list has of it, in mode `cells` the
cells of a row. An empty <xsl:text/> keeps the line breaks of this file out of the result. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:py="python">
  <xsl:output method="text"/>

  <xsl:template match="text()"><xsl:value-of select="py:words(.)"/></xsl:template>

  <!-- An element is a place that links lead to, and a call. One that is not known is its content. -->
  <xsl:template match="*">
    <xsl:call-template name="anchor"/>
    <xsl:apply-templates select="." mode="call"/>
  </xsl:template>
  <xsl:template match="*" mode="call"><xsl:apply-templates/></xsl:template>

  <xsl:template name="anchor">
    <xsl:if test="@id">#anchor(<xsl:value-of select="py:string(@id)"/>);</xsl:if>
  </xsl:template>

  <!-- Notes stand at their marks; a numbered paragraph and a note call `anchor` themselves. -->
  <xsl:template match="*[@class = 'notes' or @class = 'backlink']" priority="2"/>
  <xsl:template match="p[@class = 'paragraph'] | a[@class = 'noteref']" priority="2">
    <xsl:apply-templates select="." mode="call"/>
  </xsl:template>

  <!-- PDF/UA has no heading without words. -->
  <xsl:template match="h1 | h2 | h3 | h4 | h5 | h6" priority="1">
    <xsl:choose>
      <xsl:when test="normalize-space(translate(., '&#160;', ' '))">
        <xsl:text>&#10;#heading(level: </xsl:text>
        <xsl:value-of select="substring(name(), 2)"/>)[<xsl:apply-templates/>]<xsl:text/>
        <xsl:if test="@id"> #label(<xsl:value-of select="py:string(@id)"/>)</xsl:if>
        <xsl:text>&#10;</xsl:text>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="anchor"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="p" mode="call">
    <xsl:text>&#10;&#10;</xsl:text>
    <xsl:apply-templates/>
    <xsl:text>&#10;&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="p[@class = 'section-head' or @class = 'lead']" mode="call">
    <xsl:text>&#10;&#10;#</xsl:text>
    <xsl:value-of select="@class"/>()[<xsl:apply-templates/>];<xsl:text>&#10;&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="p[@class = 'paragraph']" mode="call">
    <xsl:text>&#10;&#10;#numbered(</xsl:text>
    <xsl:value-of select="py:string(@id)"/>, <xsl:value-of select="py:string(@data-number)"/>
    <xsl:text/>)[<xsl:apply-templates/>];<xsl:text>&#10;&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="a[@href != '']" mode="call">
    <xsl:text/>#link(<xsl:value-of select="py:string(@href)"/>)[<xsl:apply-templates/>];<xsl:text/>
  </xsl:template>
  <xsl:template match="a[starts-with(@href, '#')]" mode="call" priority="1">
    <xsl:text>#place-link(</xsl:text>
    <xsl:value-of select="py:string(substring(@href, 2))"/>)[<xsl:apply-templates/>];<xsl:text/>
  </xsl:template>
  <!-- A blank line would begin a note below its number. -->
  <xsl:template match="a[@class = 'noteref']" mode="call" priority="2">
    <xsl:variable name="id" select="substring(@href, 2)"/>
    <xsl:text/>#note(<xsl:value-of select="py:string($id)"/>, <xsl:value-of select="py:string(string(.))"/>)[<xsl:text/>
    <xsl:for-each select="py:note($id)//p">
      <xsl:if test="position() > 1">#parbreak();</xsl:if>
      <xsl:variable name="content"><xsl:apply-templates/></xsl:variable>
      <xsl:value-of select="py:strip(string($content))"/>
    </xsl:for-each>
    <xsl:text>];</xsl:text>
  </xsl:template>

  <xsl:template match="b | strong" mode="call">#strong()[<xsl:apply-templates/>];</xsl:template>
  <xsl:template match="cite | em | i" mode="call">#emph()[<xsl:apply-templates/>];</xsl:template>
  <xsl:template match="sub" mode="call">#sub()[<xsl:apply-templates/>];</xsl:template>
  <xsl:template match="sup" mode="call">#super()[<xsl:apply-templates/>];</xsl:template>
  <xsl:template match="q" mode="call">#"“";<xsl:apply-templates/>#"”";</xsl:template>
  <xsl:template match="blockquote" mode="call">#quote.with(block: true)()[<xsl:apply-templates/>];</xsl:template>
  <xsl:template match="figcaption" mode="call">#caption()[<xsl:apply-templates/>];</xsl:template>
  <xsl:template match="code" mode="call">#raw(<xsl:value-of select="py:string(string(.))"/>);</xsl:template>
  <xsl:template match="br" mode="call">#linebreak();</xsl:template>
  <xsl:template match="hr" mode="call">#parbreak();</xsl:template>

  <xsl:template match="span[@class = 'unbroken']" mode="call">#box()[<xsl:apply-templates/>];</xsl:template>
  <xsl:template match="span[@class = 'numbers' or @class = 'cited-in']" mode="call">
    <xsl:text/>#<xsl:value-of select="@class"/>()[<xsl:apply-templates/>];<xsl:text/>
  </xsl:template>
  <!-- A bracket or a number has no direction of its own. At the edge of words from right to left
  it would go to the wrong side, so a mark that nobody sees stands beside it. -->
  <xsl:template match="span[@lang != '']" mode="call" priority="1">
    <xsl:variable name="words" select="normalize-space(.)"/>
    <xsl:text/>#in-language(<xsl:value-of select="py:string(substring-before(concat(@lang, '-'), '-'))"/>, <xsl:value-of select="py:string(@dir)"/>)[<xsl:text/>
    <xsl:if test="@dir = 'rtl'"><xsl:value-of select="py:mark(substring($words, 1, 1))"/></xsl:if>
    <xsl:apply-templates/>
    <xsl:if test="@dir = 'rtl'"><xsl:value-of select="py:mark(substring($words, string-length($words)))"/></xsl:if>
    <xsl:text>];</xsl:text>
  </xsl:template>

  <!-- A picture has a description, as PDF/UA requires, and its share of the width in percent. -->
  <xsl:template match="img" mode="call">
    <xsl:variable name="alt" select="normalize-space(@alt)"/>
    <xsl:variable name="width" select="number(substring-before(substring-after(@style, 'width: '), '%'))"/>
    <xsl:text/>#picture(<xsl:value-of select="py:string(@src)"/>, <xsl:choose>
      <xsl:when test="$alt"><xsl:value-of select="py:string($alt)"/></xsl:when>
      <xsl:otherwise>"Picture"</xsl:otherwise>
    </xsl:choose>, <xsl:choose>
      <xsl:when test="$width > 0 and 100 > $width"><xsl:value-of select="$width"/></xsl:when>
      <xsl:otherwise>100</xsl:otherwise>
    </xsl:choose>);<xsl:text/>
  </xsl:template>

  <!-- An array has a comma after each item: with one item, it is not a mere parenthesis. -->
  <xsl:template match="ul" mode="call">
    <xsl:text>&#10;#list(..(</xsl:text><xsl:apply-templates select="li" mode="item"/>));<xsl:text>&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="ol" mode="call">
    <xsl:text>&#10;#enum(..(</xsl:text><xsl:apply-templates select="li" mode="item"/>));<xsl:text>&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="ul[@class = 'works']" mode="call">
    <xsl:text>&#10;#works((</xsl:text><xsl:apply-templates select="li" mode="item"/>));<xsl:text>&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="dl" mode="call">
    <xsl:text>&#10;#entries((</xsl:text>
    <xsl:for-each select=".//dt | .//dd">("<xsl:value-of select="name()"/>", <xsl:apply-templates select="." mode="item"/>), </xsl:for-each>
    <xsl:text>));&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="*" mode="item">
    <xsl:variable name="content"><xsl:call-template name="anchor"/><xsl:apply-templates/></xsl:variable>
    <xsl:text/>[<xsl:value-of select="py:strip(string($content))"/>]<xsl:if test="self::li">, </xsl:if>
  </xsl:template>

  <!-- PDF/UA takes a head that is repeated on the next page for decoration, in which no link is. -->
  <xsl:template match="table" mode="call">
    <xsl:for-each select="caption"><xsl:text>&#10;&#10;</xsl:text><xsl:apply-templates/><xsl:text>&#10;</xsl:text></xsl:for-each>
    <xsl:text>&#10;#ruled(</xsl:text><xsl:value-of select="py:string(@class)"/>, <xsl:for-each select=".//tr | .">
      <xsl:sort select="count(th | td)" data-type="number" order="descending"/>
      <xsl:if test="position() = 1"><xsl:value-of select="count(th | td) + not(th | td)"/></xsl:if>
    </xsl:for-each>, (<xsl:apply-templates select=".//thead/tr" mode="cells"/>), (<xsl:apply-templates select=".//tr[not(parent::thead)]" mode="cells"/>)<xsl:text/>
    <xsl:if test=".//thead//a[@href != '']">, repeats: false</xsl:if>
    <xsl:text>);&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="tr" mode="cells">
    <xsl:for-each select="th | td">[<xsl:apply-templates/>], </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
